extension Tensor {
  /// The variance of all elements, divided by n - 1 unless `unbiased` is false.
  ///
  ///     Tensor([1.0, 2, 4]).var()  // tensor(2.3333)
  public final func `var`(unbiased: Bool = true) -> Tensor {
    self.var(dim: [], unbiased: unbiased)
  }

  /// The variance over an axis.
  public final func `var`(dim: Int, unbiased: Bool = true, keepDim: Bool = false) -> Tensor {
    self.var(dim: [dim], unbiased: unbiased, keepDim: keepDim)
  }

  /// The variance over axes, all of them for an empty list.
  public final func `var`(dim: [Int], unbiased: Bool = true, keepDim: Bool = false) -> Tensor {
    checkFloating("var")
    let axes = axes(dim, in: "var")
    let divisor = Swift.max(axes.reduce(1) { $0 * layout.shape[$1] } - (unbiased ? 1 : 0), 0)
    let values = noGrad {
      let deviation = self - mean(dim: axes, keepDim: true)
      return (deviation * deviation).sum(dim: axes, keepDim: keepDim) / Double(divisor)
    }
    return record(values, self) { VarBackward(self, axes, divisor: Double(divisor)) }
  }

  /// The standard deviation of all elements, with n - 1 unless `unbiased` is false.
  public final func std(unbiased: Bool = true) -> Tensor { std(dim: [], unbiased: unbiased) }

  /// The standard deviation over an axis.
  public final func std(dim: Int, unbiased: Bool = true, keepDim: Bool = false) -> Tensor {
    std(dim: [dim], unbiased: unbiased, keepDim: keepDim)
  }

  /// The standard deviation over axes, all of them for an empty list.
  public final func std(dim: [Int], unbiased: Bool = true, keepDim: Bool = false) -> Tensor {
    let values = noGrad { self.var(dim: dim, unbiased: unbiased, keepDim: keepDim).sqrt() }
    let axes = axes(dim, in: "std")
    let divisor = Swift.max(axes.reduce(1) { $0 * layout.shape[$1] } - (unbiased ? 1 : 0), 0)
    return record(values, self) { StdBackward(self, axes, divisor: Double(divisor), values) }
  }
}

private class VarBackward: AutogradNode {
  final let axes: [Int]
  private let divisor: Double
  private var input: SavedTensor?

  init(_ input: Tensor, _ axes: [Int], divisor: Double) {
    self.axes = axes
    self.divisor = divisor
    self.input = SavedTensor(input)
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    guard let x = input?.unpacked(for: self) else { return }
    let deviation = x - x.mean(dim: axes, keepDim: true)
    send(deviation * gradient.restoring(axes, of: x.layout.shape) * (2 / divisor), to: 0)
  }

  override func release() { input = nil }
}

private final class StdBackward: VarBackward {
  private var result: SavedTensor?

  init(_ input: Tensor, _ axes: [Int], divisor: Double, _ result: Tensor) {
    self.result = SavedTensor(result)
    super.init(input, axes, divisor: divisor)
  }

  override func backward(_ gradient: Tensor) {
    guard let std = result?.unpacked(for: self) else { return }
    // Where all elements are equal the slope is taken as zero.
    let slope = (gradient / (std * 2)).maskedFill(std .== 0, 0)
    super.backward(slope)
  }

  override func release() {
    super.release()
    result = nil
  }
}
