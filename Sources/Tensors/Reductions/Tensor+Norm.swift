extension Tensor {
  /// The p-norm of all elements: the p-th root of the sum of their magnitudes to the power p.
  ///
  ///     Tensor([3.0, 4]).norm()              // tensor(5.)
  ///     Tensor([3.0, -4]).norm(.infinity)    // tensor(4.)
  ///
  /// `.infinity` gives the largest magnitude, `-.infinity` the smallest, and 0 the number of
  /// elements that are not zero. (PyTorch: `x.norm(p)`, `torch.linalg.vector_norm(x, p)`.)
  public final func norm(_ p: Double = 2) -> Tensor { norm(p, dim: []) }

  /// The p-norm along an axis.
  public final func norm(_ p: Double = 2, dim: Int, keepDim: Bool = false) -> Tensor {
    norm(p, dim: [dim], keepDim: keepDim)
  }

  /// The p-norm over axes, all of them for an empty list.
  public final func norm(_ p: Double = 2, dim: [Int], keepDim: Bool = false) -> Tensor {
    checkFloating("norm")
    let axes = axes(dim, in: "norm")
    let values = noGrad { normValues(detach(), p, axes, keepDim) }
    return record(values, self) { LinalgVectorNormBackward(self, p, axes, values) }
  }
}

private func normValues(_ x: Tensor, _ p: Double, _ axes: [Int], _ keepDim: Bool) -> Tensor {
  switch p {
  case 0: (x .!= 0).to(x.dtype).sum(dim: axes, keepDim: keepDim)
  case 1: x.abs().sum(dim: axes, keepDim: keepDim)
  case 2: (x * x).sum(dim: axes, keepDim: keepDim).sqrt()
  case .infinity: x.abs().amax(dim: axes, keepDim: keepDim)
  case -.infinity: x.abs().amin(dim: axes, keepDim: keepDim)
  default: x.abs().pow(p).sum(dim: axes, keepDim: keepDim).pow(1 / p)
  }
}

/// After `linalg_vector_norm_backward` of PyTorch's FunctionsManual.cpp: zero where the norm has no
/// slope.
private final class LinalgVectorNormBackward: AutogradNode {
  private let p: Double
  private let axes: [Int]
  private var saved: (input: SavedTensor, result: SavedTensor)?

  init(_ input: Tensor, _ p: Double, _ axes: [Int], _ result: Tensor) {
    self.p = p
    self.axes = axes
    saved = (SavedTensor(input), SavedTensor(result))
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    guard let saved else { return }
    let x = saved.input.unpacked(for: self)
    let norm = saved.result.unpacked(for: self).restoring(axes, of: x.layout.shape)
    let whole = gradient.restoring(axes, of: x.layout.shape)
    send(slope(x, norm) * whole, to: 0)
  }

  private func slope(_ x: Tensor, _ norm: Tensor) -> Tensor {
    switch p {
    case 0: return Tensor.zeros(like: x)
    case 1: return x.sign()
    case 2: return (x / norm).maskedFill(norm .== 0, 0)
    case .infinity, -.infinity:
      let reached = (x.abs() .== norm).to(x.dtype)
      return x.sign() * (reached / reached.sum(dim: axes, keepDim: true))
    default:
      let power = x.abs().pow(p - 1).maskedFill(x .== 0, 0)
      return x.sign() * power * norm.pow(1 - p).maskedFill(norm .== 0, 0)
    }
  }

  override func release() { saved = nil }
}
