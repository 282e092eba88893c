@_implementationOnly import CPNG
@_implementationOnly import Glibc

/// A PNG file in memory, to be read once.
final class PNGReader {
  /// What a file holds, row after row, pixel after pixel, channel after channel.
  struct Content<Value> {
    let width, height, channels: Int
    let values: [Value]
  }

  /// A gigabyte of RGBA: a small file of a one-bit palette could otherwise ask for thirty.
  private static let mostBytes = 1 << 30

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

  /// Everything in the file, in numbers of one byte or two, whatever the file has.
  func content<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws -> Content<Value> {
    var header = CPNGHeader()
    var error = CPNGError()
    let status = cpng_reader_header(reader, Int32(Value.bitWidth), &header, &error)
    guard status >= 0 else { throw described(error) }
    let (width, height) = (Int(header.width), Int(header.height))
    if status > 0 {
      throw ImageError(
        "not a whole PNG file: the header at byte 16 announces \(width) × \(height) pixels, "
          + "which \(count) bytes cannot hold")
    }
    let most = Self.mostBytes / (4 * MemoryLayout<Value>.size)
    if width * height > most {
      throw ImageError("\(width) × \(height) pixels are more than the \(most) allowed")
    }
    let size = width * height * Int(header.channels)
    let values = try [Value](unsafeUninitializedCapacity: size) { buffer, filled in
      // Rows that a damaged file leaves out must not show what memory held before.
      buffer.initialize(repeating: 0)
      guard cpng_reader_pixels(reader, buffer.baseAddress, &error) == 0 else {
        throw described(error)
      }
      filled = size
    }
    return Content(width: width, height: height, channels: Int(header.channels), values: values)
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
