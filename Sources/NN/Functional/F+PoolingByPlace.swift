public import Tensors

// PyTorch's tutorials write the window's size by its place: `F.max_pool2d(x, 2)`.

extension F {
  /// The maximum of each square window of each channel: `F.maxPool2d(x, 2)`.
  public static func maxPool2d(
    _ input: Tensor, _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0, dilation: Int = 1,
    ceilMode: Bool = false
  ) -> Tensor {
    maxPool2d(
      input, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
      ceilMode: ceilMode)
  }

  /// The mean of each square window of each channel: `F.avgPool2d(x, 2)`.
  public static func avgPool2d(
    _ input: Tensor, _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true
  ) -> Tensor {
    avgPool2d(
      input, kernelSize: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
      countIncludePad: countIncludePad)
  }

  /// The maximum of each window of each channel of a sequence: `F.maxPool1d(x, 2)`.
  public static func maxPool1d(
    _ input: Tensor, _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0, dilation: Int = 1,
    ceilMode: Bool = false
  ) -> Tensor {
    maxPool1d(
      input, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
      ceilMode: ceilMode)
  }

  /// The mean of each window of each channel of a sequence: `F.avgPool1d(x, 2)`.
  public static func avgPool1d(
    _ input: Tensor, _ kernelSize: Int, _ stride: Int? = nil, padding: Int = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true
  ) -> Tensor {
    avgPool1d(
      input, kernelSize: kernelSize, stride: stride, padding: padding, ceilMode: ceilMode,
      countIncludePad: countIncludePad)
  }
}
