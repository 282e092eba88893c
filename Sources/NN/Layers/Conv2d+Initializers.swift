// One initialiser for each way to write the options: a number, or a pair for height and width. Swift
// has no type that both `3` and `(3, 5)` convert to.

extension Conv2d {
  /// Makes a layer; the kernel's size is a number, the stride a number, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1,
    padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: (stride, stride),
      padding: .zeros(rows: padding, columns: padding), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a number, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1,
    padding: (Int, Int), dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: (stride, stride),
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a number, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1,
    padding: Padding, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: (stride, stride),
      padding: padding, dilation: (dilation, dilation), groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a pair, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: (Int, Int),
    padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: stride,
      padding: .zeros(rows: padding, columns: padding), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a pair, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: (Int, Int),
    padding: (Int, Int), dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: stride,
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a number, the stride a pair, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: (Int, Int),
    padding: Padding, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: (kernelSize, kernelSize), stride: stride,
      padding: padding, dilation: (dilation, dilation), groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a number, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: Int = 1,
    padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: (stride, stride),
      padding: .zeros(rows: padding, columns: padding), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a number, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: Int = 1,
    padding: (Int, Int), dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: (stride, stride),
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a number, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: Int = 1,
    padding: Padding, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: (stride, stride),
      padding: padding, dilation: (dilation, dilation), groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a pair, the padding a number.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: Int = 0, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride,
      padding: .zeros(rows: padding, columns: padding), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a pair, the padding a pair.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: (Int, Int), dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride,
      padding: .zeros(rows: padding.0, columns: padding.1), dilation: (dilation, dilation),
      groups: groups, bias: bias,
      paddingMode: paddingMode)
  }

  /// Makes a layer; the kernel's size is a pair, the stride a pair, the padding `.same` or `.valid`.
  public convenience init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: (Int, Int), stride: (Int, Int),
    padding: Padding, dilation: Int = 1, groups: Int = 1, bias: Bool = true,
    paddingMode: PaddingMode = .zeros
  ) {
    self.init(
      inChannels, outChannels, kernelSize: kernelSize, stride: stride,
      padding: padding, dilation: (dilation, dilation), groups: groups, bias: bias,
      paddingMode: paddingMode)
  }
}
