extension Tensor {
  /// Axes of size one repeated to larger sizes without copying; -1 keeps a size.
  ///
  ///     Tensor([[1.0], [2]]).expand(2, 3)
  ///     // tensor([[1., 1., 1.],
  ///     //         [2., 2., 2.]])
  public final func expand(_ shape: Int...) -> Tensor { expand(shape) }

  /// Axes of size one repeated to larger sizes without copying; -1 keeps a size.
  public final func expand(_ shape: [Int]) -> Tensor {
    var target = Shape(shape)
    let lead = target.count - ndim
    if lead < 0 {
      misuse(
        "the new shape has fewer axes", in: "expand",
        [Argument("self", self), Argument("shape", shape)])
    }
    for axis in target.indices {
      let own = axis < lead ? 1 : layout.shape[axis - lead]
      if target[axis] == -1, axis >= lead { target[axis] = own }
      if target[axis] != own, own != 1 || target[axis] < 0 {
        let argument = Argument("shape", shape, at: axis)
        misuse(
          "only axes of size 1 can be repeated", in: "expand", [Argument("self", self), argument])
      }
    }
    return expanded(to: target)
  }

  /// The shape of another tensor: `expand(other.shape)`.
  public final func expand(as other: Tensor) -> Tensor { expand(other.shape) }

  final func expanded(to target: Shape) -> Tensor {
    record(sharing(elements.expanded(to: target)), self) { ExpandBackward(self) }
  }

  /// The sum over the axes along which a tensor of `shape` was repeated to become this one.
  package final func summed(to shape: Shape) -> Tensor {
    if layout.shape == shape { return self }
    let lead = ndim - shape.count
    var axes = Array(0..<lead)
    for axis in shape.indices where shape[axis] == 1 && layout.shape[lead + axis] != 1 {
      axes.append(lead + axis)
    }
    return sum(dim: axes, keepDim: true).reshape(shape.array)
  }
}

private final class ExpandBackward: AutogradNode {
  private let shape: Shape

  init(_ input: Tensor) {
    shape = input.layout.shape
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) { send(gradient.summed(to: shape), to: 0) }
}
