public import Tensors

extension F {
  /// Slides small kernels along sequences.
  ///
  ///     let difference = Tensor([[[-1.0, 1.0]]])
  ///     F.conv1d(Tensor([[1.0, 4.0, 9.0]]), difference)  // tensor([[3., 5.]])
  ///
  /// - Parameters:
  ///   - input: Sequences `[N, C, L]`, or one `[C, L]`.
  ///   - weight: Kernels `[outChannels, C / groups, kernel length]`.
  ///   - bias: `[outChannels]`, added to every place of a channel.
  ///   - stride: Steps between windows.
  ///   - padding: Zeros at both ends.
  ///   - dilation: Steps between the taps of a kernel.
  ///   - groups: Number of groups of channels that do not see each other.
  /// - Returns: `[N, outChannels, L']` with
  ///   `L' = ⌊(L + 2·padding − dilation·(kernel length − 1) − 1) / stride⌋ + 1`.
  public static func conv1d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, groups: Int = 1
  ) -> Tensor {
    conv1d(
      input, weight, bias: bias, stride: stride, padding: .zeros(rows: 0, columns: padding),
      dilation: dilation, groups: groups)
  }

  /// ``conv1d(_:_:bias:stride:padding:dilation:groups:)`` with `.same` or `.valid` padding.
  public static func conv1d(
    _ input: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Padding,
    dilation: Int = 1, groups: Int = 1
  ) -> Tensor {
    convolve(
      ConvolutionPlan(
        .sequences, input, weight, bias, stride: Pair((1, stride)), padding: padding,
        dilation: Pair((1, dilation)), groups: groups),
      input, weight, bias)
  }
}
