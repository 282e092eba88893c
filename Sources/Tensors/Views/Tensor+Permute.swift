extension Tensor {
  /// The axes in another order, elements shared.
  ///
  ///     image.permute(1, 2, 0)  // [C, H, W] becomes [H, W, C]
  public final func permute(_ order: Int...) -> Tensor { permute(order) }

  /// The axes in another order, elements shared.
  public final func permute(_ order: [Int]) -> Tensor {
    let axes = order.map { axis($0, in: "permute") }
    if axes.count != ndim || Set(axes).count != ndim {
      misuse(
        "the order must name each of the \(ndim) axes once", in: "permute",
        [Argument("self", self), Argument("order", order)])
    }
    return permuted(axes, "PermuteBackward0")
  }

  /// Two axes exchanged, elements shared.
  public final func transpose(_ first: Int, _ second: Int) -> Tensor {
    var axes = Array(0..<ndim)
    if ndim > 0 { axes.swapAt(axis(first, in: "transpose"), axis(second, in: "transpose")) }
    return permuted(axes, "TransposeBackward0")
  }

  /// The transpose of a matrix; a vector or a single number as it is.
  public final func t() -> Tensor {
    if ndim > 2 {
      misuse(
        "only a matrix has one transpose", in: "t", [Argument("self", self)],
        hint: "name the axes: x.transpose(-2, -1)")
    }
    return permuted(ndim == 2 ? [1, 0] : Array(0..<ndim), "TBackward0")
  }

  private func permuted(_ axes: [Int], _ name: StaticString) -> Tensor {
    record(sharing(elements.permuted(axes)), self) { PermuteBackward(self, axes, name) }
  }
}

private final class PermuteBackward: AutogradNode {
  private let inverse: [Int]
  private let title: StaticString

  init(_ input: Tensor, _ order: [Int], _ title: StaticString) {
    var inverse = order
    for (axis, source) in order.enumerated() { inverse[source] = axis }
    self.inverse = inverse
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) { send(gradient.permute(inverse), to: 0) }
}
