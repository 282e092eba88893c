extension Tensor {
  /// Adds another tensor, times a factor, to this one's elements. (PyTorch: `add_`.)
  ///
  ///     parameter.addInPlace(gradient, scale: -0.01)
  @discardableResult
  public final func addInPlace(_ other: Tensor, scale: Double = 1) -> Tensor {
    let old = node
    if beginChange("addInPlace", with: other) {
      node = InPlaceSumBackward(old, other, scale: scale)
    }
    let source = inPlaceOperand(other, in: "addInPlace")
    device.backend.accumulate(source, scale: scale, into: elements)
    return self
  }

  /// Subtracts another tensor from this one's elements. (PyTorch: `sub_`.)
  @discardableResult
  public final func subtractInPlace(_ other: Tensor) -> Tensor { addInPlace(other, scale: -1) }

  /// Multiplies this tensor's elements by another's. (PyTorch: `mul_`.)
  @discardableResult
  public final func multiplyInPlace(_ other: Tensor) -> Tensor { change(.multiply, other) }

  /// Divides this tensor's elements by another's. (PyTorch: `div_`.)
  @discardableResult
  public final func divideInPlace(_ other: Tensor) -> Tensor { change(.divide, other) }

  /// Adds a number to this tensor's elements. (PyTorch: `add_`.)
  @discardableResult
  public final func addInPlace<S: TensorScalar>(_ value: S) -> Tensor { change(.add, value) }

  /// Subtracts a number from this tensor's elements. (PyTorch: `sub_`.)
  @discardableResult
  public final func subtractInPlace<S: TensorScalar>(_ value: S) -> Tensor {
    change(.subtract, value)
  }

  /// Multiplies this tensor's elements by a number. (PyTorch: `mul_`.)
  @discardableResult
  public final func multiplyInPlace<S: TensorScalar>(_ value: S) -> Tensor {
    change(.multiply, value)
  }

  /// Divides this tensor's elements by a number. (PyTorch: `div_`.)
  @discardableResult
  public final func divideInPlace<S: TensorScalar>(_ value: S) -> Tensor { change(.divide, value) }

  /// Replaces the elements by those of an operation on them and another tensor.
  private func change(_ operation: BinaryOperation, _ other: Tensor) -> Tensor {
    let name = "\(operation)InPlace"
    let source = inPlaceOperand(other, in: name)
    if isGradEnabled, node != nil || other.node != nil {
      let old = cloneWithHistory()
      return take(operation == .multiply ? old * other : old / other, in: name, with: other)
    }
    _ = beginChange(name)
    device.backend.binary(operation, elements, .view(source), into: elements)
    return self
  }

  private func change<S: TensorScalar>(_ operation: BinaryOperation, _ value: S) -> Tensor {
    let name = "\(operation)InPlace"
    if promotedType(self, value.scalar) != dtype || operation == .divide && !dtype.isFloatingPoint {
      misuse("the result is no \(dtype.name)", in: name, [Argument("self", self)])
    }
    if isGradEnabled, node != nil {
      let old = cloneWithHistory()
      let result =
        switch operation {
        case .add: old + value
        case .subtract: old - value
        case .multiply: old * value
        default: old / value
        }
      return take(result, in: name, with: nil)
    }
    _ = beginChange(name)
    device.backend.binary(operation, elements, .scalar(value.scalar), into: elements)
    return self
  }

  /// A copy of the elements as they are now, as a derivative may need them, with this node.
  private func cloneWithHistory() -> Tensor {
    let tensor = detach().clone()
    tensor.node = node
    return tensor
  }

  /// Makes a recorded result this tensor's own.
  private func take(_ result: Tensor, in operation: String, with other: Tensor?) -> Tensor {
    _ = beginChange(operation, with: other)
    device.backend.copy(result.elements, into: elements)
    node = result.node
    return self
  }

  /// The other operand's elements in this tensor's type and shape.
  private func inPlaceOperand(_ other: Tensor, in operation: String) -> StridedView {
    checkDevice(other, in: operation)
    if promotedType(self, other) != dtype {
      misuse(
        "a result of type \(promotedType(self, other).name) does not fit into \(dtype.name)",
        in: operation, [Argument("self", self), Argument("other", other)],
        hint: "convert the other tensor: x.to(.\(dtype.name))")
    }
    if layout.axes !== other.layout.axes,
      commonShape(self, other, in: operation) != layout.shape
    {
      misuse(
        "the result would have another shape", in: operation,
        [Argument("self", self), Argument("other", other)])
    }
    return other.convertedQuietly(to: dtype).elements.expanded(like: layout)
  }
}

private final class InPlaceSumBackward: AutogradNode {
  private let scale: Double
  private let axes: AxisLayout
  private let dtype: DType

  init(_ old: AutogradNode?, _ other: Tensor, scale: Double) {
    self.scale = scale
    axes = other.layout.axes
    dtype = other.dtype
    super.init(Inputs(old, other.node))
  }

  override var name: String { scale == -1 ? "SubBackward0" : "AddBackward0" }

  override func backward(_ gradient: Tensor) {
    if needs(0) { send(gradient, to: 0) }
    if needs(1) {
      send((scale == 1 ? gradient : gradient * scale).reduced(to: axes, dtype), to: 1)
    }
  }
}
