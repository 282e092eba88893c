extension Tensor {
  /// A copy of this tensor beside itself, so many times along each axis; axes are added in front
  /// when there are more counts.
  ///
  ///     Tensor([1, 2]).repeat(2, 2)
  ///     // tensor([[1, 2, 1, 2],
  ///     //         [1, 2, 1, 2]])
  public final func `repeat`(_ counts: Int...) -> Tensor { self.repeat(counts) }

  /// A copy of this tensor beside itself, so many times along each axis.
  public final func `repeat`(_ counts: [Int]) -> Tensor {
    if counts.count < ndim || counts.contains(where: { $0 < 0 }) {
      misuse(
        "one count that is not negative is needed for each axis", in: "repeat",
        [Argument("self", self), Argument("counts", counts)])
    }
    let values = noGrad {
      var whole = reshape(Array(repeating: 1, count: counts.count - ndim) + shape).clone()
      for (axis, count) in counts.enumerated() where count != 1 {
        whole =
          count == 0
          ? whole.narrow(axis, start: 0, length: 0).clone()
          : cat(Array(repeating: whole, count: count), dim: axis)
      }
      return whole
    }
    return record(values, self) { RepeatBackward(self, counts) }
  }
}

private final class RepeatBackward: AutogradNode {
  private let counts: [Int]
  private let shape: Shape

  init(_ input: Tensor, _ counts: [Int]) {
    self.counts = counts
    shape = input.layout.shape
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    var sum = gradient
    let lead = counts.count - shape.count
    for (axis, count) in counts.enumerated() where count != 1 {
      let size = axis < lead ? 1 : shape[axis - lead]
      sum = sum.unflatten(axis, [count, size]).sum(dim: axis)
    }
    send(sum.reshape(shape.array), to: 0)
  }
}
