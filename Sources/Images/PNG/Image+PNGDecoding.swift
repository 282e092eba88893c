extension Image {
  /// Reads a PNG file from memory.
  ///
  /// Grey stays grey and colour RGB, each with alpha where the file has transparency; palettes
  /// and fewer than 8 bits are expanded, 16 bits are rounded to 8 (`Image16` keeps them), and
  /// interlaced files are put together. Gamma and colour profiles are not applied.
  ///
  /// - Throws: `ImageError` with the offset at which the file is wrong, when it is damaged, cut
  ///   off, or announces a picture that so few bytes cannot hold. Nothing is allocated for such
  ///   a picture.
  public init(png file: [UInt8]) throws {
    let content = try file.withUnsafeBufferPointer { try PNGReader($0).content(UInt8.self) }
    self.init(
      width: content.width, height: content.height, channels: content.channels,
      pixels: content.values)
  }
}

extension Image16 {
  /// Reads a PNG file from memory, like `Image(png:)`, but with all 16 bits of a channel.
  ///
  /// Files of fewer bits are stretched to the whole range: 255 of 8 bits becomes 65535.
  public init(png file: [UInt8]) throws {
    let content = try file.withUnsafeBufferPointer { try PNGReader($0).content(UInt16.self) }
    self.init(
      width: content.width, height: content.height, channels: content.channels,
      pixels: content.values)
  }
}
