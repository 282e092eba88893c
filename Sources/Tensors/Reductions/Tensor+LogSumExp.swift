extension Tensor {
  /// The logarithm of the sum of the exponentials along an axis, without overflow.
  ///
  ///     Tensor([1000.0, 1000]).logsumexp(dim: 0)  // tensor(1000.6931)
  public final func logsumexp(dim: Int, keepDim: Bool = false) -> Tensor {
    logsumexp(dim: [dim], keepDim: keepDim)
  }

  /// The logarithm of the sum of the exponentials over axes.
  public final func logsumexp(dim: [Int], keepDim: Bool = false) -> Tensor {
    let input = dtype.isFloatingPoint ? self : to(.float32)
    let axes = axes(dim, in: "logsumexp")
    let values = noGrad {
      let x = input.detach()
      if x.count == 0 { return x.exp().sum(dim: axes, keepDim: keepDim).log() }
      let top = x.amax(dim: axes, keepDim: true)
      // An infinite top would give "not a number" when it is subtracted from itself.
      let shift = top.maskedFill(top.abs() .== Double.infinity, 0)
      let sums = (x - shift).exp().sum(dim: axes, keepDim: true).log() + shift
      return keepDim ? sums : sums.reshape(shape(without: axes))
    }
    return record(values, self) { LogsumexpBackward(self, axes, values) }
  }

  private func shape(without axes: [Int]) -> [Int] {
    shape.indices.filter { !axes.contains($0) }.map { layout.shape[$0] }
  }
}

private final class LogsumexpBackward: AutogradNode {
  private let axes: [Int]
  private var saved: (input: SavedTensor, result: SavedTensor)?

  init(_ input: Tensor, _ axes: [Int], _ result: Tensor) {
    self.axes = axes
    saved = (SavedTensor(input), SavedTensor(result))
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    guard let saved else { return }
    let x = saved.input.unpacked(for: self)
    let result = saved.result.unpacked(for: self).restoring(axes, of: x.layout.shape)
    send((x - result).exp() * gradient.restoring(axes, of: x.layout.shape), to: 0)
  }

  override func release() { saved = nil }
}
