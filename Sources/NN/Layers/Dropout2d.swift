public import Tensors

/// Sets whole channels to zero at random while training, and passes its input otherwise.
public final class Dropout2d: Module {
  private let p: Double

  /// Makes a layer that sets a share `p` of the channels to zero.
  public init(p: Double = 0.5) {
    requireProbability(p, in: "Dropout2d")
    self.p = p
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.dropout2d(x, p: p, training: training) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "p=\(p), inplace=False" }
}
