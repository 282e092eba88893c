// One initialiser for each way to write the options: a number, or a pair for height and width.

extension AvgPool2d {
  /// Makes a layer; the window's size is a number, the stride a number, the padding a number.
  public convenience init(
    kernelSize: Int, stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a number, the stride a number, the padding a pair.
  public convenience init(
    kernelSize: Int, stride: Int? = nil, padding: (Int, Int), ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a number, the stride a pair, the padding a number.
  public convenience init(
    kernelSize: Int, stride: (Int, Int), padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a number, the stride a pair, the padding a pair.
  public convenience init(
    kernelSize: Int, stride: (Int, Int), padding: (Int, Int), ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a pair, the stride a number, the padding a number.
  public convenience init(
    kernelSize: (Int, Int), stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a pair, the stride a number, the padding a pair.
  public convenience init(
    kernelSize: (Int, Int), stride: Int? = nil, padding: (Int, Int), ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: stride.map { Pair($0) } ?? Pair(kernelSize), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a pair, the stride a pair, the padding a number.
  public convenience init(
    kernelSize: (Int, Int), stride: (Int, Int), padding: Int = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }

  /// Makes a layer; the window's size is a pair, the stride a pair, the padding a pair.
  public convenience init(
    kernelSize: (Int, Int), stride: (Int, Int), padding: (Int, Int), ceilMode: Bool = false,
    countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) {
    self.init(
      Pair(kernelSize), stride: Pair(stride), padding: Pair(padding),
      ceilMode: ceilMode, countIncludePad: countIncludePad, divisorOverride: divisorOverride)
  }
}
