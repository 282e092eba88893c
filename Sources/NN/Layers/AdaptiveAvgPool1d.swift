public import Tensors

/// The means of windows that share each channel of a sequence out evenly.
///
///     AdaptiveAvgPool1d(5)(Tensor.rand(1, 64, 8)).shape  // [1, 64, 5]
public final class AdaptiveAvgPool1d: Module {
  private let outputSize: Int

  /// Makes a layer whose output has the given length, whatever that of its input.
  public init(_ outputSize: Int) {
    requirePositive(["outputSize": outputSize], in: "AdaptiveAvgPool1d")
    self.outputSize = outputSize
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.adaptiveAvgPool1d(x, outputSize) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "output_size=\(outputSize)" }
}
