public import Tensors

/// A layer of small learned kernels that slide along sequences.
///
///     let layer = Conv1d(16, 33, kernelSize: 3, stride: 2)
///     layer(Tensor.rand(20, 16, 50)).shape  // [20, 33, 24]
///     print(layer)  // Conv1d(16, 33, kernel_size=(3,), stride=(2,))
///
/// A sequence without batch axis, `[C, L]`, works as well.
public final class Conv1d: Module {
  /// `[outChannels, inChannels / groups, length]`, at first drawn from U(±1/√fanIn), where fanIn is
  /// the number of weights of one output channel.
  public let weight: Parameter
  /// `[outChannels]`, drawn likewise; nil for a layer without one.
  public let bias: Parameter?
  /// Channels of the input.
  public let inChannels: Int
  /// Channels of the output.
  public let outChannels: Int
  /// Length of a kernel.
  public let kernelSize: Int
  /// Steps between windows.
  public let stride: Int
  /// What is added at both ends.
  public let padding: Padding
  /// Steps between the taps of a kernel.
  public let dilation: Int
  /// Number of groups of channels that do not see each other.
  public let groups: Int
  /// What stands at the places that the padding adds.
  public let paddingMode: PaddingMode

  /// Makes a layer with PyTorch's initial values.
  ///
  /// - Parameters:
  ///   - inChannels: Channels of the input.
  ///   - outChannels: Channels of the output.
  ///   - kernelSize: Length of a kernel.
  ///   - stride: Steps between windows.
  ///   - padding: `.same` for an output of the input's length, or `.valid`.
  ///   - dilation: Steps between the taps of a kernel.
  ///   - groups: Number of groups of channels that do not see each other; divides both numbers of
  ///     channels.
  ///   - bias: Whether the layer adds a learned number to each output channel.
  ///   - paddingMode: What stands at the places that the padding adds.
  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Padding,
    dilation: Int = 1, groups: Int = 1, bias: Bool = true, paddingMode: PaddingMode = .zeros
  ) {
    checkConvolution(
      [
        "inChannels": inChannels, "outChannels": outChannels, "kernelSize": kernelSize,
        "stride": stride, "dilation": dilation, "groups": groups,
      ], channels: (inChannels, outChannels), groups: groups, padding: padding, stride: [stride],
      in: "Conv1d")
    self.inChannels = inChannels
    self.outChannels = outChannels
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
    self.paddingMode = paddingMode
    let fanIn = inChannels / groups * kernelSize
    weight = DefaultInitialization.weight(
      [outChannels, inChannels / groups, kernelSize], fanIn: fanIn)
    self.bias = bias ? DefaultInitialization.bias(outChannels, fanIn: fanIn) : nil
  }

  /// Makes a layer whose padding is a number of places at both ends.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, groups: Int = 1, bias: Bool = true, paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride,
      padding: .zeros(rows: 0, columns: padding), dilation: dilation, groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    if paddingMode == .zeros || x.ndim < 2 {
      return F.conv1d(
        x, weight, bias: bias, stride: stride, padding: padding, dilation: dilation,
        groups: groups)
    }
    let places = padding.places(kernelSize: [kernelSize], dilation: [dilation])
    return F.conv1d(
      F.pad(x, places, mode: paddingMode.padMode), weight, bias: bias, stride: stride,
      padding: .valid, dilation: dilation, groups: groups)
  }

  /// The options as PyTorch prints them: those that differ from the default.
  public override var extraRepr: String {
    convolutionText(
      channels: (inChannels, outChannels), kernelSize: [kernelSize], stride: [stride],
      padding: padding, dilation: [dilation], groups: groups, bias: bias != nil,
      paddingMode: paddingMode)
  }
}
