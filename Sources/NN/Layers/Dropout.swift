public import Tensors

/// Sets elements to zero at random while training, and passes its input otherwise.
public final class Dropout: Module {
  private let p: Double
  private let inplace: Bool

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - p: The share of the elements that become zero, from 0 to 1.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public init(p: Double = 0.5, inplace: Bool = false) {
    requireProbability(p, in: "Dropout")
    self.p = p
    self.inplace = inplace
  }

  /// Makes a layer with its option by place: `Dropout(0.25)`.
  public convenience init(_ p: Double, inplace: Bool = false) { self.init(p: p, inplace: inplace) }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.dropout(x, p: p, training: training, inplace: inplace)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "p=\(p), inplace=\(python(inplace))" }
}
