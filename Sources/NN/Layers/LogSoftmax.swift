public import Tensors

/// The logarithm of the softmax along an axis.
public final class LogSoftmax: Module {
  private let dim: Int?

  /// Makes a layer that works along `dim`.
  ///
  /// Without it an axis is chosen as in PyTorch, with its warning.
  public init(dim: Int? = nil) { self.dim = dim }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.logSoftmax(x, dim: dim) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "dim=\(dim.map { "\($0)" } ?? "None")" }
}
