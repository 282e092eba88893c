extension Tensor {
  /// The matrix, or each of a batch, with zeros above its diagonal.
  ///
  ///     Tensor.ones(2, 2).tril()
  ///     // tensor([[1., 0.],
  ///     //         [1., 1.]])
  ///
  /// - Parameter diagonal: The last diagonal that is kept: 0 the main one, 1 the one above it.
  public final func tril(diagonal: Int = 0) -> Tensor {
    triangle("tril", "TrilBackward0") { row, column in column .<= row + diagonal }
  }

  /// The matrix, or each of a batch, with zeros below its diagonal.
  ///
  /// - Parameter diagonal: The first diagonal that is kept: 0 the main one, -1 the one below it.
  public final func triu(diagonal: Int = 0) -> Tensor {
    triangle("triu", "TriuBackward0") { row, column in column .>= row + diagonal }
  }

  private func triangle(
    _ operation: String, _ name: StaticString, _ isKept: (_ row: Tensor, _ column: Tensor) -> Tensor
  ) -> Tensor {
    if ndim < 2 {
      misuse(
        "a matrix is needed", in: operation, [Argument("self", self)],
        hint: "add an axis with x.unsqueeze(0)")
    }
    let mask = isKept(Tensor.arange(size(-2)).unsqueeze(1), Tensor.arange(size(-1)))
    return Tensor.differentiable(
      name, choose(mask, detach(), 0), inputs: [self], saving: [mask]
    ) { gradient, saved in [choose(saved[0], gradient, 0)] }
  }
}
