public import Tensors

/// A layer of small learned kernels that slide over images.
///
///     let layer = Conv2d(1, 32, kernelSize: 3, padding: 1)
///     layer(Tensor.rand(64, 1, 28, 28)).shape  // [64, 32, 28, 28]
///     print(layer)
///     // Conv2d(1, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
///
/// `kernelSize`, `stride`, `padding` and `dilation` take a number or a pair (height, width), and
/// `padding` also `.same` or `.valid`. An image without batch axis, `[C, H, W]`, works as well.
public final class Conv2d: Module {
  /// `[outChannels, inChannels / groups, height, width]`, at first drawn from U(±1/√fanIn), where
  /// fanIn is the number of weights of one output channel.
  public let weight: Parameter
  /// `[outChannels]`, drawn likewise; nil for a layer without one.
  public let bias: Parameter?
  /// Channels of the input.
  public let inChannels: Int
  /// Channels of the output.
  public let outChannels: Int
  /// Height and width of a kernel.
  public let kernelSize: (Int, Int)
  /// Steps between windows.
  public let stride: (Int, Int)
  /// What is added around the image.
  public let padding: Padding
  /// Steps between the taps of a kernel.
  public let dilation: (Int, Int)
  /// Number of groups of channels that do not see each other.
  public let groups: Int
  /// What stands at the places that the padding adds.
  public let paddingMode: PaddingMode

  /// Makes a layer with PyTorch's initial values and every option of its own.
  ///
  /// - Parameters:
  ///   - inChannels: Channels of the input.
  ///   - outChannels: Channels of the output.
  ///   - kernelSize: Height and width of a kernel.
  ///   - stride: Steps between windows.
  ///   - padding: Zeros around the image, or `.same` for an output of the input's size.
  ///   - dilation: Steps between the taps of a kernel.
  ///   - groups: Number of groups of channels that do not see each other; divides both numbers of
  ///     channels.
  ///   - bias: Whether the layer adds a learned number to each output channel.
  ///   - paddingMode: What stands at the places that the padding adds.
  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: Padding, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    checkConvolution(
      [
        "inChannels": inChannels, "outChannels": outChannels, "kernelSize.0": kernelSize.0,
        "kernelSize.1": kernelSize.1, "stride.0": stride.0, "stride.1": stride.1,
        "dilation.0": dilation.0, "dilation.1": dilation.1, "groups": groups,
      ], channels: (inChannels, outChannels), groups: groups, padding: padding,
      stride: [stride.0, stride.1], in: "Conv2d")
    self.inChannels = inChannels
    self.outChannels = outChannels
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
    self.paddingMode = paddingMode
    let fanIn = inChannels / groups * kernelSize.0 * kernelSize.1
    weight = DefaultInitialization.weight(
      [outChannels, inChannels / groups, kernelSize.0, kernelSize.1], fanIn: fanIn)
    self.bias = bias ? DefaultInitialization.bias(outChannels, fanIn: fanIn) : nil
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    if paddingMode == .zeros || x.ndim < 3 {
      return F.conv2d(
        x, weight, bias: bias, stride: stride, padding: padding, dilation: dilation,
        groups: groups)
    }
    let places = padding.places(
      kernelSize: [kernelSize.0, kernelSize.1], dilation: [dilation.0, dilation.1])
    return F.conv2d(
      F.pad(x, places, mode: paddingMode.padMode), weight, bias: bias, stride: stride,
      padding: .valid, dilation: dilation, groups: groups)
  }

  /// The options as PyTorch prints them: those that differ from the default.
  public override var extraRepr: String {
    convolutionText(
      channels: (inChannels, outChannels), kernelSize: [kernelSize.0, kernelSize.1],
      stride: [stride.0, stride.1], padding: padding, dilation: [dilation.0, dilation.1],
      groups: groups, bias: bias != nil, paddingMode: paddingMode)
  }
}
