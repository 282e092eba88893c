public import Tensors

/// The means of windows that share each channel out evenly: an output of one size for images of any.
///
///     AdaptiveAvgPool2d((5, 7))(Tensor.rand(1, 64, 8, 9)).shape   // [1, 64, 5, 7]
///     AdaptiveAvgPool2d(1)(Tensor.rand(1, 64, 8, 9)).shape        // [1, 64, 1, 1]
///     AdaptiveAvgPool2d((nil, 7))(Tensor.rand(1, 64, 10, 9)).shape  // [1, 64, 10, 7]
public final class AdaptiveAvgPool2d: Module {
  private let outputSize: (Int?, Int?)
  private let isSquare: Bool

  /// Makes a layer with a square output.
  public init(_ outputSize: Int) {
    requirePositive(["outputSize": outputSize], in: "AdaptiveAvgPool2d")
    self.outputSize = (outputSize, outputSize)
    isSquare = true
  }

  /// Makes a layer with an output of the given height and width; nil keeps the input's.
  public init(_ outputSize: (Int?, Int?)) {
    requirePositive(
      ["outputSize.0": outputSize.0 ?? 1, "outputSize.1": outputSize.1 ?? 1],
      in: "AdaptiveAvgPool2d")
    self.outputSize = outputSize
    isSquare = false
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.adaptiveAvgPool2d(x, outputSize) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    func text(_ size: Int?) -> String { size.map { "\($0)" } ?? "None" }
    let (rows, columns) = (text(outputSize.0), text(outputSize.1))
    return "output_size=\(isSquare ? rows : "(\(rows), \(columns))")"
  }
}
