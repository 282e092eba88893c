@_implementationOnly import CPNG
@_implementationOnly import Glibc

extension Image {
  /// The picture as a PNG file: grey, grey and alpha, RGB or RGBA, 8 bits a channel.
  ///
  /// - Parameter dpi: pixels per inch to store in the file, or `nil` for none.
  /// - Throws: `ImageError` when memory runs out.
  public func pngData(dpi: Double? = nil) throws -> [UInt8] {
    try pngFile(pixels, width: width, height: height, channels: channels, dpi: dpi)
  }
}

extension Image16 {
  /// The picture as a PNG file: grey, grey and alpha, RGB or RGBA, 16 bits a channel.
  ///
  /// - Parameter dpi: pixels per inch to store in the file, or `nil` for none.
  /// - Throws: `ImageError` when memory runs out.
  public func pngData(dpi: Double? = nil) throws -> [UInt8] {
    try pngFile(pixels, width: width, height: height, channels: channels, dpi: dpi)
  }
}

private func pngFile<Value: FixedWidthInteger>(
  _ pixels: [Value], width: Int, height: Int, channels: Int, dpi: Double?
) throws -> [UInt8] {
  let inchesPerMetre = 1 / 0.0254
  let density = dpi.map { UInt32(max(1, ($0 * inchesPerMetre).rounded())) } ?? 0
  var file: UnsafeMutablePointer<UInt8>?
  var count = 0
  var error = CPNGError()
  let status = cpng_write(
    pixels, Int32(Value.bitWidth), UInt32(width), UInt32(height), Int32(channels), density, &file,
    &count, &error)
  guard status == 0, let file else { throw ImageError("cannot write a PNG: \(error.text)") }
  defer { free(file) }
  return Array(UnsafeBufferPointer(start: file, count: count))
}
