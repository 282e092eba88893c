extension Tensor {
  /// Adds another tensor, times a factor, to this one's elements. (PyTorch: `add_`.)
  ///
  ///     parameter.addInPlace(gradient, scale: -0.01)
  @discardableResult
  public final func addInPlace(_ other: Tensor, scale: Double = 1) -> Tensor {
    let old = node
    if beginChange("addInPlace", with: other) {
      rewriteHistory(InPlaceSumBackward(old, other, scale: scale))
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
    let name = operation.inPlaceName
    let source = inPlaceOperand(other, in: name, divides: operation == .divide)
    if isGradEnabled, node != nil || other.node != nil {
      return replaced(in: name, with: other) { operation == .multiply ? $0 * other : $0 / other }
    }
    _ = beginChange(name)
    device.backend.binary(operation, elements, .view(source), into: elements)
    return self
  }

  private func change<S: TensorScalar>(_ operation: BinaryOperation, _ value: S) -> Tensor {
    let name = operation.inPlaceName
    var type = promotedType(self, value.scalar)
    if operation == .divide, !type.isFloatingPoint { type = .float32 }
    checkFits(type, in: name, [Argument("self", self)])
    if isGradEnabled, node != nil {
      return replaced(in: name) { old in
        switch operation {
        case .add: old + value
        case .subtract: old - value
        case .multiply: old * value
        default: old / value
        }
      }
    }
    _ = beginChange(name)
    device.backend.binary(operation, elements, .scalar(value.scalar), into: elements)
    return self
  }

  /// Replaces the elements by a function of them, recorded like it.
  ///
  /// When it is recorded the function gets a copy of the elements as they are now, since its
  /// derivative may need them.
  package final func replaced(
    in operation: String, with other: Tensor? = nil, _ function: (Tensor) -> Tensor
  ) -> Tensor {
    let history = isGradEnabled ? node : nil
    let old = history == nil && other?.node == nil ? detach() : detach().clone()
    old.node = history
    let result = function(old)
    let isRecorded = beginChange(operation, with: other)
    checkFits(result.dtype, in: operation, [Argument("self", self)])
    device.backend.copy(result.elements, into: elements)
    if isRecorded, let node = result.node { rewriteHistory(node) }
    return self
  }

  /// Stops when results of a type cannot be stored in this tensor: fractions in whole numbers, or
  /// numbers in truth values.
  private func checkFits(_ type: DType, in operation: String, _ arguments: [Argument]) {
    if type.kind <= dtype.kind { return }
    misuse(
      "a result of type \(type.name) does not fit into \(dtype.name)", in: operation, arguments,
      hint: "convert self first: x.to(.\(type.name))")
  }

  /// The other operand's elements in this tensor's type and shape.
  private func inPlaceOperand(
    _ other: Tensor, in operation: String, divides: Bool = false
  ) -> StridedView {
    checkDevice(other, in: operation)
    var type = promotedType(self, other)
    if divides, !type.isFloatingPoint { type = .float32 }
    checkFits(type, in: operation, [Argument("self", self), Argument("other", other)])
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

extension BinaryOperation {
  /// The word for error messages of the form that changes its operand.
  fileprivate var inPlaceName: String {
    switch self {
    case .add: "addInPlace"
    case .subtract: "subtractInPlace"
    case .multiply: "multiplyInPlace"
    default: "divideInPlace"
    }
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
