extension Tensor {
  /// A copy with the elements along the given axes in reverse order.
  ///
  ///     Tensor([[1, 2], [3, 4]]).flip(1)
  ///     // tensor([[2, 1],
  ///     //         [4, 3]])
  public final func flip(_ dims: Int...) -> Tensor { flip(dims) }

  /// A copy with the elements along the given axes in reverse order.
  public final func flip(_ dims: [Int]) -> Tensor {
    let axes = dims.isEmpty ? [] : axes(dims, in: "flip")
    let result = Tensor.empty(shape, dtype: dtype, device: device)
    var reversed = elements
    if count > 0 { for axis in axes { reversed.reverse(axis) } }
    device.backend.copy(reversed, into: result.layout)
    return record(result, self) { FlipBackward(self, axes) }
  }

  /// A copy with the elements moved along an axis; those pushed out at its end come back at its
  /// start.
  ///
  ///     Tensor([1, 2, 3, 4]).roll(1, dim: 0)  // tensor([4, 1, 2, 3])
  public final func roll(_ shift: Int, dim: Int) -> Tensor {
    let axis = axis(dim, in: "roll")
    let size = ndim == 0 ? 0 : layout.shape[axis]
    let first = size == 0 ? 0 : ((-shift % size) + size) % size
    let values = noGrad {
      first == 0
        ? clone()
        : cat(
          [
            narrow(axis, start: first, length: size - first), narrow(axis, start: 0, length: first),
          ], dim: axis)
    }.detach()
    return record(values, self) { RollBackward(self, shift, axis) }
  }
}

extension StridedView {
  /// Starts at the last element of an axis and steps backwards.
  fileprivate mutating func reverse(_ axis: Int) {
    offset += (shape[axis] - 1) * strides[axis]
    var strides = self.strides
    strides[axis] = -strides[axis]
    axes = AxisLayout(shape, strides: strides)
  }
}

private final class FlipBackward: AutogradNode {
  private let axes: [Int]

  init(_ input: Tensor, _ axes: [Int]) {
    self.axes = axes
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) { send(gradient.flip(axes), to: 0) }
}

private final class RollBackward: AutogradNode {
  private let shift: Int
  private let axis: Int

  init(_ input: Tensor, _ shift: Int, _ axis: Int) {
    self.shift = shift
    self.axis = axis
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) { send(gradient.roll(-shift, dim: axis), to: 0) }
}
