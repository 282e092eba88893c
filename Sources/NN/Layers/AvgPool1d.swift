public import Tensors

/// The mean of each window of each channel of a sequence.
///
///     AvgPool1d(kernelSize: 3, stride: 2)(Tensor.rand(20, 16, 50)).shape  // [20, 16, 24]
///
/// The stride is the window's length unless given.
public final class AvgPool1d: Module {
  private let kernelSize: Int
  private let stride: Int
  private let padding: Int
  private let ceilMode: Bool
  private let countIncludePad: Bool

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - kernelSize: Length of a window.
  ///   - stride: Steps between windows; `kernelSize` when nil.
  ///   - padding: Zeros at both ends; at most half a window.
  ///   - ceilMode: Whether a last window may run over the end.
  ///   - countIncludePad: Whether the mean counts the padding's zeros.
  public init(
    kernelSize: Int, stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true
  ) {
    requirePositive(
      ["kernelSize": kernelSize, "stride": stride ?? kernelSize], in: "AvgPool1d")
    self.kernelSize = kernelSize
    self.stride = stride ?? kernelSize
    self.padding = padding
    self.ceilMode = ceilMode
    self.countIncludePad = countIncludePad
  }

  /// Makes a layer with the first options by their places: `AvgPool1d(2)`.
  public convenience init(
    _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true
  ) {
    self.init(
      kernelSize: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
      countIncludePad: countIncludePad)
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.avgPool1d(
      x, kernelSize: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
      countIncludePad: countIncludePad)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "kernel_size=(\(kernelSize),), stride=(\(stride),), padding=(\(padding),)"
  }
}
