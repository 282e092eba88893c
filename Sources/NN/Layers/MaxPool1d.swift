public import Tensors

/// The maximum of each window of each channel of a sequence.
///
///     MaxPool1d(kernelSize: 3, stride: 2)(Tensor.rand(20, 16, 50)).shape  // [20, 16, 24]
///
/// The stride is the window's length unless given.
public final class MaxPool1d: Module {
  private let kernelSize: Int
  private let stride: Int
  private let padding: Int
  private let dilation: Int
  private let ceilMode: Bool

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - kernelSize: Length of a window.
  ///   - stride: Steps between windows; `kernelSize` when nil.
  ///   - padding: Places added at both ends, which never win; at most half a window.
  ///   - dilation: Steps between the places of a window.
  ///   - ceilMode: Whether a last window may run over the end.
  public init(
    kernelSize: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1,
    ceilMode: Bool = false
  ) {
    requirePositive(
      ["kernelSize": kernelSize, "stride": stride ?? kernelSize, "dilation": dilation],
      in: "MaxPool1d")
    self.kernelSize = kernelSize
    self.stride = stride ?? kernelSize
    self.padding = padding
    self.dilation = dilation
    self.ceilMode = ceilMode
  }

  /// Makes a layer with the first options by their places: `MaxPool1d(2)`.
  public convenience init(
    _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0, dilation: Int = 1,
    ceilMode: Bool = false
  ) {
    self.init(
      kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
      ceilMode: ceilMode)
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.maxPool1d(
      x, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
      ceilMode: ceilMode)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "kernel_size=\(kernelSize), stride=\(stride), padding=\(padding), dilation=\(dilation), "
      + "ceil_mode=\(python(ceilMode))"
  }
}
