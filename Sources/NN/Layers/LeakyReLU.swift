public import Tensors

/// Each positive element, and a share of each negative one.
///
///     print(LeakyReLU(0.2))  // LeakyReLU(negative_slope=0.2)
public final class LeakyReLU: Module {
  private let negativeSlope: Double
  private let inplace: Bool

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - negativeSlope: The share that is left of a negative element.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public init(negativeSlope: Double = 0.01, inplace: Bool = false) {
    self.negativeSlope = negativeSlope
    self.inplace = inplace
  }

  /// Makes a layer with its option by place: `LeakyReLU(0.2)`.
  public convenience init(_ negativeSlope: Double, inplace: Bool = false) {
    self.init(negativeSlope: negativeSlope, inplace: inplace)
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.leakyRelu(x, negativeSlope: negativeSlope, inplace: inplace)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "negative_slope=\(negativeSlope)" + (inplace ? ", inplace=True" : "")
  }
}
