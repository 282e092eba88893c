public import Tensors

/// A layer of small learned kernels that slide over images.
///
///     let layer = Conv2d(1, 32, kernelSize: 3, padding: 1)
///     layer(Tensor.rand(64, 1, 28, 28)).shape  // [64, 32, 28, 28]
///     print(layer)
///     // Conv2d(1, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
///
/// `kernelSize`, `stride` and `padding` take a number or a pair (height, width), and `padding` also
/// `.same` or `.valid`. An image without batch axis, `[C, H, W]`, works as well.
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
  ///   - paddingMode: `.zeros`; the other modes of PyTorch stop the cell so far.
  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: Padding, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    requirePositive(
      [
        "inChannels": inChannels, "outChannels": outChannels, "kernelSize.0": kernelSize.0,
        "kernelSize.1": kernelSize.1, "stride.0": stride.0, "stride.1": stride.1,
        "dilation.0": dilation.0, "dilation.1": dilation.1, "groups": groups,
      ], in: "Conv2d")
    if !inChannels.isMultiple(of: groups) || !outChannels.isMultiple(of: groups) {
      misuse(
        "\(inChannels) input and \(outChannels) output channels cannot be divided into "
          + "\(groups) groups", in: "Conv2d")
    }
    if paddingMode != .zeros {
      misuse(
        "paddingMode .\(paddingMode.rawValue) is not supported", in: "Conv2d",
        hint: "use .zeros, which is the default")
    }
    if padding == .same, stride != (1, 1) {
      misuse(
        "padding .same needs stride 1, and it is \(stride)", in: "Conv2d",
        hint: "give the padding as a number")
    }
    self.inChannels = inChannels
    self.outChannels = outChannels
    self.kernelSize = kernelSize
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
    let fanIn = inChannels / groups * kernelSize.0 * kernelSize.1
    weight = DefaultInitialization.weight(
      [outChannels, inChannels / groups, kernelSize.0, kernelSize.1], fanIn: fanIn)
    self.bias = bias ? DefaultInitialization.bias(outChannels, fanIn: fanIn) : nil
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.conv2d(
      x, weight, bias: bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
  }

  /// The options as PyTorch prints them: those that differ from the default.
  public override var extraRepr: String {
    var text = "\(inChannels), \(outChannels), kernel_size=\(kernelSize), stride=\(stride)"
    switch padding {
    case .same: text += ", padding=same"
    case .valid: text += ", padding=valid"
    case .zeros(0, 0): break
    case .zeros(let rows, let columns): text += ", padding=(\(rows), \(columns))"
    }
    if dilation != (1, 1) { text += ", dilation=\(dilation)" }
    if groups != 1 { text += ", groups=\(groups)" }
    if bias == nil { text += ", bias=False" }
    return text
  }
}
