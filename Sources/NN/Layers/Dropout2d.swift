public import Tensors

/// Sets whole channels to zero at random while training, and passes its input otherwise.
///
/// Inputs are images `[N, C, H, W]`. A matrix or three axes give PyTorch's warning and do what
/// ``F/dropout2d(_:p:training:inplace:)`` says.
public final class Dropout2d: Module {
  private let p: Double
  private let inplace: Bool

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - p: The share of the channels that become zero, from 0 to 1.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public init(p: Double = 0.5, inplace: Bool = false) {
    requireProbability(p, in: "Dropout2d")
    self.p = p
    self.inplace = inplace
  }

  /// Makes a layer with its option by place: `Dropout2d(0.25)`.
  public convenience init(_ p: Double, inplace: Bool = false) { self.init(p: p, inplace: inplace) }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.dropout2d(x, p: p, training: training, inplace: inplace)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "p=\(p), inplace=\(python(inplace))" }
}
