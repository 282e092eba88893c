public import Tensors

/// The maximum of each window of each channel.
///
///     let layer = MaxPool2d(kernelSize: 2)
///     layer(Tensor.rand(64, 6, 28, 28)).shape  // [64, 6, 14, 14]
///     print(layer)
///     // MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
///
/// The stride is the window's size unless given. `kernelSize`, `stride` and `padding` take a number
/// or a pair (height, width).
public final class MaxPool2d: Module {
  package let kernelSize: Pair
  package let stride: Pair
  package let padding: Pair
  package let dilation: Pair
  /// Whether a last window may run over the edge.
  public let ceilMode: Bool

  package init(_ kernelSize: Pair, stride: Pair, padding: Pair, dilation: Pair, ceilMode: Bool) {
    requirePositive(
      [
        "kernelSize": kernelSize.smallest, "stride": stride.smallest,
        "dilation": dilation.smallest,
      ], in: "MaxPool2d")
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.ceilMode = ceilMode
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.maxPool2d(
      x, kernelSize: kernelSize.values, stride: stride.values, padding: padding.values,
      dilation: dilation.values, ceilMode: ceilMode)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "kernel_size=\(kernelSize), stride=\(stride), padding=\(padding), dilation=\(dilation), "
      + "ceil_mode=\(python(ceilMode))"
  }
}
