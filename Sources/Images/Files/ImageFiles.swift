/// Reads a picture from a PNG or JPEG file.
///
///     let photo = try readImage("photo.jpg")   // Image(640 × 427, RGB)
///
/// The first bytes say which of the two it is, whatever the file's name.
///
/// - Throws: `ImageError` that names the file and what is wrong with it.
public func readImage(_ path: String) throws -> Image {
  let file = try readFile(path)
  do {
    return file.starts(with: [0xFF, 0xD8]) ? try Image(jpeg: file) : try Image(png: file)
  } catch let error as ImageError {
    throw error.inFile(path)
  }
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
