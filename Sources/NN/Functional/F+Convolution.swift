internal import Kernels
public import Tensors

extension F {
  /// Slides small kernels over images: the cross-correlation that networks call convolution.
  ///
  ///     let image = Tensor.rand(1, 28, 28)
  ///     let sobel = Tensor([[[[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]]])
  ///     F.conv2d(image, sobel, padding: 1).shape  // [1, 28, 28]
  ///
  /// - Parameters:
  ///   - input: Images `[N, C, H, W]`, or one `[C, H, W]`.
  ///   - weight: Kernels `[outChannels, C / groups, kernel height, kernel width]`.
  ///   - bias: `[outChannels]`, added to every place of a channel.
  ///   - stride: Steps between windows.
  ///   - padding: Zeros around the image.
  ///   - dilation: Steps between the taps of a kernel.
  ///   - groups: Number of groups of channels that do not see each other.
  /// - Returns: `[N, outChannels, H', W']` with
  ///   `H' = ⌊(H + 2·padding − dilation·(kernel height − 1) − 1) / stride⌋ + 1`.
  public static func conv2d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: (Int, Int),
    padding: Padding, dilation: (Int, Int) = (1, 1), groups: Int = 1
  ) -> Tensor {
    convolve(
      ConvolutionPlan(
        .images, input, weight, bias, stride: Pair(stride), padding: padding,
        dilation: Pair(dilation), groups: groups),
      input, weight, bias)
  }

  /// What a plan asks for, and its record for gradients.
  static func convolve(
    _ plan: ConvolutionPlan, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?
  ) -> Tensor {
    let shape = plan.shape
    let backend = input.device.networkBackend
    let x = input.detach().contiguous()
    let w = weight.detach().contiguous()
    let output = Tensor.empty(plan.outputShape, dtype: input.dtype, device: input.device)
    backend.convolution(
      shape, input: x.elements, weight: w.elements, bias: bias.map(plainElements),
      into: output.elements)
    let wanted = (input.requiresGrad, weight.requiresGrad, bias?.requiresGrad ?? false)
    return .differentiable(
      "ConvolutionBackward0", output, inputs: [input, weight, bias], saving: [x, w]
    ) { gradient, saved in
      let gradients = (
        input: wanted.0 ? Tensor.empty(like: saved[0]) : nil,
        weight: wanted.1 ? Tensor.empty(like: saved[1]) : nil,
        bias: wanted.2 ? Tensor.empty([shape.outChannels], dtype: saved[1].dtype) : nil
      )
      backend.convolutionBackward(
        shape, outputGradient: plainElements(gradient), input: saved[0].elements,
        weight: saved[1].elements,
        into: ConvolutionGradients(
          input: gradients.input?.elements, weight: gradients.weight?.elements,
          bias: gradients.bias?.elements))
      return [gradients.input, gradients.weight, gradients.bias]
    }
  }

  /// ``conv2d(_:_:bias:stride:padding:dilation:groups:)`` with the same numbers for both axes.
  public static func conv2d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, groups: Int = 1
  ) -> Tensor {
    conv2d(
      input, weight, bias: bias, stride: (stride, stride),
      padding: .zeros(rows: padding, columns: padding), dilation: (dilation, dilation),
      groups: groups)
  }

  /// ``conv2d(_:_:bias:stride:padding:dilation:groups:)`` with `.same` or `.valid` padding.
  public static func conv2d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Padding,
    dilation: Int = 1, groups: Int = 1
  ) -> Tensor {
    conv2d(
      input, weight, bias: bias, stride: (stride, stride), padding: padding,
      dilation: (dilation, dilation), groups: groups)
  }

  /// ``conv2d(_:_:bias:stride:padding:dilation:groups:)`` with the padding of height and width.
  public static func conv2d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1,
    padding: (Int, Int), dilation: Int = 1, groups: Int = 1
  ) -> Tensor {
    conv2d(
      input, weight, bias: bias, stride: (stride, stride),
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: (dilation, dilation),
      groups: groups)
  }

  /// ``conv2d(_:_:bias:stride:padding:dilation:groups:)`` with steps and padding of height and
  /// width.
  public static func conv2d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: (Int, Int),
    padding: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1), groups: Int = 1
  ) -> Tensor {
    conv2d(
      input, weight, bias: bias, stride: stride,
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: dilation, groups: groups)
  }
}
