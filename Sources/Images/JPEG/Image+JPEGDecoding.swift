@_implementationOnly import CJPEG

extension Image {
  /// Reads a JPEG file from memory, baseline or progressive.
  ///
  ///     let photo = try Image(jpeg: file)   // Image(640 × 427, RGB)
  ///
  /// Grey stays grey, everything else becomes RGB; the four inks of a CMYK file are turned into
  /// RGB without a colour profile. The values are those that Pillow reads. An orientation in Exif
  /// data is not applied.
  ///
  /// - Throws: `ImageError` with the offset at which the file is wrong, when it is damaged, cut
  ///   off, or announces a picture that so few bytes cannot hold. libjpeg itself would go on with
  ///   grey where data are missing.
  public init(jpeg file: [UInt8]) throws {
    self = try file.withUnsafeBufferPointer { try JPEGReader($0).image() }
  }
}

private final class JPEGReader {
  /// A gigabyte of RGBA, as for PNG files.
  private static let mostPixels = 1 << 28

  /// Pixels that a byte can stand for.
  ///
  /// Huffman's code takes a bit or more for each block of 8 × 8.
  /// Arithmetic coding goes below a bit where all blocks are alike.
  private static func mostPixelsOfAByte(_ header: CJPEGHeader) -> Int {
    64 * 8 * (header.arithmetic == 0 ? 1 : 16)
  }

  private let reader: OpaquePointer
  private let count: Int

  init(_ file: UnsafeBufferPointer<UInt8>) throws {
    guard let reader = cjpeg_reader_create(file.baseAddress, file.count) else {
      throw ImageError("no memory to read the JPEG file")
    }
    self.reader = reader
    count = file.count
  }

  deinit { cjpeg_reader_free(reader) }

  func image() throws -> Image {
    var header = CJPEGHeader()
    var error = CJPEGError()
    guard cjpeg_reader_header(reader, &header, &error) == 0 else { throw described(error) }
    let (width, height) = (Int(header.width), Int(header.height))
    if width * height > Self.mostPixels {
      throw ImageError("\(width) × \(height) pixels are more than the \(Self.mostPixels) allowed")
    }
    if width * height > count * Self.mostPixelsOfAByte(header) {
      throw ImageError(
        "not a whole JPEG file: the header announces \(width) × \(height) pixels, "
          + "which \(count) bytes cannot hold")
    }
    let size = width * height * Int(header.channels)
    let pixels = try [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      guard cjpeg_reader_pixels(reader, buffer.baseAddress, &error) == 0 else {
        throw described(error)
      }
      filled = size
    }
    if header.channels < 4 {
      return Image(width: width, height: height, channels: Int(header.channels), pixels: pixels)
    }
    return Image(
      width: width, height: height, channels: 3, pixels: Self.colours(ofInks: pixels))
  }

  /// What is left of white paper under four inks: each dims its colour, black dims all three.
  ///
  /// The values are taken to be Adobe's, as in Pillow: 255 is no ink.
  private static func colours(ofInks inks: [UInt8]) -> [UInt8] {
    var colours: [UInt8] = []
    colours.reserveCapacity(inks.count / 4 * 3)
    for start in stride(from: 0, to: inks.count, by: 4) {
      let black = Int(inks[start + 3])
      for ink in inks[start..<start + 3] { colours.append(UInt8((Int(ink) * black + 127) / 255)) }
    }
    return colours
  }

  private func described(_ error: CJPEGError) -> ImageError {
    let text = withUnsafeBytes(of: error.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return ImageError("not a whole JPEG file: \(text) (at byte \(error.offset) of \(count))")
  }
}
