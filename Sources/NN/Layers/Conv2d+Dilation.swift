// As in `Conv2d+Initializers.swift`, with the dilation written as a pair.

extension Conv2d {
  /// Makes a layer; the kernel's size is a number, the stride a number, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1,
    padding: Int = 0, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: (stride, stride),
      padding: .zeros(rows: padding, columns: padding), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a number, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1,
    padding: (Int, Int), dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: (stride, stride),
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a number, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1,
    padding: Padding, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: (stride, stride),
      padding: padding, dilation: dilation, groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a pair, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: (Int, Int),
    padding: Int = 0, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: stride,
      padding: .zeros(rows: padding, columns: padding), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a pair, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: (Int, Int),
    padding: (Int, Int), dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: stride,
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a pair, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: (Int, Int),
    padding: Padding, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: stride,
      padding: padding, dilation: dilation, groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a number, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: Int = 1,
    padding: Int = 0, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: (stride, stride),
      padding: .zeros(rows: padding, columns: padding), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a number, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: Int = 1,
    padding: (Int, Int), dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: (stride, stride),
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a number, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: Int = 1,
    padding: Padding, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: (stride, stride),
      padding: padding, dilation: dilation, groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a pair, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: Int = 0, dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride,
      padding: .zeros(rows: padding, columns: padding), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a pair, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: (Int, Int), dilation: (Int, Int), groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride,
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: dilation, groups: groups,
      bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer with the first options by their places, as PyTorch also allows:
  /// `Conv2d(3, 6, 5)`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, _ kernelSize: Int, _ stride: Int = 1,
    padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
      dilation: dilation, groups: groups, bias: bias, paddingMode: paddingMode)
  }
}
