public import Tensors

/// The mean of each window of each channel.
///
///     AvgPool2d(kernelSize: 2)(Tensor.rand(64, 6, 28, 28)).shape  // [64, 6, 14, 14]
///
/// The stride is the window's size unless given. `kernelSize`, `stride` and `padding` take a number
/// or a pair (height, width).
public final class AvgPool2d: Module {
  private let kernelSize: Pair
  private let stride: Pair
  private let padding: Pair
  private let ceilMode: Bool
  private let countIncludePad: Bool
  private let divisorOverride: Int?

  /// Makes a layer with the first options by their places: `AvgPool2d(2)`.
  public convenience init(
    _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      kernelSize: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
      countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - kernelSize: Height and width of a window.
  ///   - stride: Steps between windows.
  ///   - padding: Zeros around the image; at most half a window.
  ///   - ceilMode: Whether a last window may run over the edge.
  ///   - countIncludePad: Whether the mean counts the padding's zeros.
  ///   - divisorOverride: What to divide by instead of the number of places.
  package init(
    _ kernelSize: Pair, stride: Pair, padding: Pair, ceilMode: Bool, countIncludePad: Bool,
    divisorOverride: Int?
  ) {
    requirePositive(
      ["kernelSize": kernelSize.smallest, "stride": stride.smallest], in: "AvgPool2d")
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    self.ceilMode = ceilMode
    self.countIncludePad = countIncludePad
    self.divisorOverride = divisorOverride
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.avgPool2d(
      x, kernelSize: kernelSize.values, stride: stride.values, padding: padding.values,
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "kernel_size=\(kernelSize), stride=\(stride), padding=\(padding)"
  }
}
