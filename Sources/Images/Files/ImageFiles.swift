/// Reads a picture from a PNG or JPEG file.
///
///     let photo = try readImage("photo.jpg")   // Image(640 × 427, RGB)
///
/// The first bytes say which of the two it is, whatever the file's name.
///
/// - Throws: `ImageError` that names the file and what is wrong with it.
public func readImage(_ path: String) throws -> Image {
  try decode(path) { $0.starts(with: [0xFF, 0xD8]) ? try Image(jpeg: $0) : try Image(png: $0) }
}

/// Reads a picture from a PNG file with all 16 bits of a channel, where `readImage` rounds to 8.
///
///     let depth = try readImage16("depth.png")   // Image16(640 × 480, grey)
///     Tensor(depth).max().item()                 // 65535 at most
///
/// - Throws: `ImageError` that names the file and what is wrong with it.
public func readImage16(_ path: String) throws -> Image16 {
  try decode(path) { try Image16(png: $0) }
}

private func decode<Picture>(_ path: String, _ decode: ([UInt8]) throws -> Picture) throws
  -> Picture
{
  let file = try readFile(path)
  do { return try decode(file) } catch let error as ImageError { throw error.inFile(path) }
}

extension Image {
  /// Writes the picture to a PNG file.
  ///
  /// The file is written beside its place and then renamed: a reader sees the old file or the
  /// new one, never a part.
  ///
  /// - Parameter dpi: pixels per inch to store in the file, or `nil` for none.
  /// - Throws: `ImageError` that names the file, for instance when the folder does not exist.
  public func writePNG(_ path: String, dpi: Double? = nil) throws {
    try writeFile(path, pngData(dpi: dpi))
  }
}

extension Image16 {
  /// Writes the picture to a PNG file of 16 bits a channel, beside its place and then renamed.
  ///
  /// - Parameter dpi: pixels per inch to store in the file, or `nil` for none.
  /// - Throws: `ImageError` that names the file, for instance when the folder does not exist.
  public func writePNG(_ path: String, dpi: Double? = nil) throws {
    try writeFile(path, pngData(dpi: dpi))
  }
}
