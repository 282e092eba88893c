// As in `MaxPool2d+Initializers.swift`, with the dilation written as a pair.

extension MaxPool2d {
  /// Makes a layer; the window's size is a number, the stride a number, the padding a number.
  public convenience init(
    kernelSize: Int, stride: Int? = nil, padding: Int = 0, dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a number, the stride a number, the padding a pair.
  public convenience init(
    kernelSize: Int, stride: Int? = nil, padding: (Int, Int), dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a number, the stride a pair, the padding a number.
  public convenience init(
    kernelSize: Int, stride: (Int, Int), padding: Int = 0, dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a number, the stride a pair, the padding a pair.
  public convenience init(
    kernelSize: Int, stride: (Int, Int), padding: (Int, Int), dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a pair, the stride a number, the padding a number.
  public convenience init(
    kernelSize: (Int, Int), stride: Int? = nil, padding: Int = 0, dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a pair, the stride a number, the padding a pair.
  public convenience init(
    kernelSize: (Int, Int), stride: Int? = nil, padding: (Int, Int), dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a pair, the stride a pair, the padding a number.
  public convenience init(
    kernelSize: (Int, Int), stride: (Int, Int), padding: Int = 0, dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }

  /// Makes a layer; the window's size is a pair, the stride a pair, the padding a pair.
  public convenience init(
    kernelSize: (Int, Int), stride: (Int, Int), padding: (Int, Int), dilation: (Int, Int),
    ceilMode: Bool = false
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      dilation: Pair(dilation), ceilMode: ceilMode)
  }
}
