extension Tensor {
  /// The values of an operation on this tensor and another, broadcast and promoted, unrecorded.
  final func combined(
    _ operation: BinaryOperation, _ other: Tensor, as type: DType? = nil
  ) -> Tensor {
    checkDevice(other, in: operation.name)
    let dtype = type ?? promotedType(self, other)
    let result = Tensor(emptyCommon(other, dtype, in: operation.name))
    let a = convertedQuietly(to: dtype).elements.expanded(like: result.layout)
    let b = other.convertedQuietly(to: dtype).elements.expanded(like: result.layout)
    device.backend.binary(operation, a, .view(b), into: result.layout)
    return result
  }

  /// The values of an operation on this tensor and a number, unrecorded.
  final func combined(
    _ operation: BinaryOperation, _ other: Scalar, as type: DType? = nil
  ) -> Tensor {
    let dtype = type ?? promotedType(self, other)
    let result = Tensor(StridedView(emptyLike: layout, dtype))
    let a = convertedQuietly(to: dtype).elements
    device.backend.binary(operation, a, .scalar(other), into: result.layout)
    return result
  }

  /// Memory for a result of this tensor's and another's shapes made one.
  final func emptyCommon(
    _ other: Tensor, _ dtype: DType, in operation: String
  ) -> StridedView {
    if layout.axes === other.layout.axes { return StridedView(emptyLike: layout, dtype) }
    let shape = commonShape(self, other, in: operation)
    if shape == layout.shape { return StridedView(emptyLike: layout, dtype) }
    if shape == other.layout.shape { return StridedView(emptyLike: other.layout, dtype) }
    return StridedView(empty: shape, dtype, device: device)
  }

  final func checkDevice(_ other: Tensor, in operation: String) {
    if other.device != device {
      misuse(
        "the tensors are on different devices, \(device) and \(other.device)", in: operation,
        [Argument("lhs", self), Argument("rhs", other)], hint: "move one: x.to(y.device)")
    }
  }

  /// This gradient as that of an input of the given shape and type that was broadcast.
  @inline(__always)
  final func reduced(to axes: AxisLayout, _ dtype: DType) -> Tensor {
    layout.axes === axes ? to(dtype) : summed(to: axes.shape).to(dtype)
  }
}

/// A node of an operation on two tensors, with what broadcasting needs to undo.
package class BinaryNode: AutogradNode {
  private let axes: (AxisLayout, AxisLayout)
  private let types: (DType, DType)

  init(_ a: Tensor, _ b: Tensor) {
    axes = (a.layout.axes, b.layout.axes)
    types = (a.dtype, b.dtype)
    super.init(Inputs(a.node, b.node))
  }

  /// Sends a gradient of the broadcast shape to the first or second input.
  final func reduceAndSend(_ gradient: Tensor, to index: Int) {
    send(
      index == 0
        ? gradient.reduced(to: axes.0, types.0) : gradient.reduced(to: axes.1, types.1),
      to: index)
  }
}
