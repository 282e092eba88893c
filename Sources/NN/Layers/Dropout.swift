public import Tensors

/// Sets elements to zero at random while training, and passes its input otherwise.
public final class Dropout: Module {
  private let p: Double

  /// Makes a layer that sets a share `p` of the elements to zero.
  public init(p: Double = 0.5) {
    requireProbability(p, in: "Dropout")
    self.p = p
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.dropout(x, p: p, training: training) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "p=\(p), inplace=False" }
}
