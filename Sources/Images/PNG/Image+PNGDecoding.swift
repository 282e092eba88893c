@_implementationOnly import CPNG
@_implementationOnly import Glibc

extension Image {
  /// Reads a PNG file from memory.
  ///
  /// Grey stays grey and colour RGB, each with alpha where the file has transparency; palettes
  /// and fewer than 8 bits are expanded, 16 bits are rounded to 8, and interlaced files are put
  /// together. Gamma and colour profiles are not applied.
  ///
  /// - Throws: `ImageError` with the offset at which the file is wrong, when it is damaged, cut
  ///   off, or announces a picture that so few bytes cannot hold. Nothing is allocated for such
  ///   a picture.
  public init(png file: [UInt8]) throws {
    self = try file.withUnsafeBufferPointer { try PNGReader($0).image() }
  }
}

private final class PNGReader {
  /// A gigabyte of RGBA: a small file of a one-bit palette could otherwise ask for thirty.
  private static let mostPixels = 1 << 28

  private let reader: OpaquePointer
  private let count: Int

  init(_ file: UnsafeBufferPointer<UInt8>) throws {
    guard let reader = cpng_reader_create(file.baseAddress, file.count) else {
      throw ImageError("no memory to read the PNG file")
    }
    self.reader = reader
    count = file.count
  }

  deinit { cpng_reader_free(reader) }

  func image() throws -> Image {
    var header = CPNGHeader()
    var error = CPNGError()
    let status = cpng_reader_header(reader, &header, &error)
    guard status >= 0 else { throw described(error) }
    let (width, height) = (Int(header.width), Int(header.height))
    if status > 0 {
      throw ImageError(
        "not a whole PNG file: the header at byte 16 announces \(width) × \(height) pixels, "
          + "which \(count) bytes cannot hold")
    }
    if width * height > Self.mostPixels {
      throw ImageError("\(width) × \(height) pixels are more than the \(Self.mostPixels) allowed")
    }
    let size = width * height * Int(header.channels)
    let pixels = try [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      // Rows that a damaged file leaves out must not show what memory held before.
      buffer.initialize(repeating: 0)
      guard cpng_reader_pixels(reader, buffer.baseAddress, &error) == 0 else {
        throw described(error)
      }
      filled = size
    }
    return Image(width: width, height: height, channels: Int(header.channels), pixels: pixels)
  }

  private func described(_ error: CPNGError) -> ImageError {
    ImageError("not a whole PNG file: \(error.text) (at byte \(error.offset) of \(count))")
  }
}

extension CPNGError {
  var text: String {
    withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
