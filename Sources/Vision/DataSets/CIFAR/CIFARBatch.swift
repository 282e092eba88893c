/// One file of CIFAR-10's binary version: pictures of 32 x 32 pixels in three colours.
///
/// Each picture is a byte for its label, then 1024 bytes of red, 1024 of green and 1024 of blue,
/// row after row. The published files hold 10,000 pictures; any number of them is read.
/// Source: "Binary version", https://www.cs.toronto.edu/~kriz/cifar.html.
struct CIFARBatch {
  static let side = 32
  static let channels = 3
  private static let planeCount = side * side
  private static let recordCount = 1 + channels * planeCount

  /// Pictures `[count, height, width, channels]`: the three colours of a pixel lie together.
  let pixels: [UInt8]
  let labels: [UInt8]

  /// Reads all that `source` holds.
  ///
  /// - Throws: `DataError` when the file is not made of whole pictures or a label is not among
  ///   the `classes`.
  init(from source: ByteSource, classes: Int) throws {
    let (count, rest) = source.packedCount.quotientAndRemainder(dividingBy: Self.recordCount)
    guard !source.isPacked else {
      throw source.error("this is a gzip file; CIFAR-10 is read unpacked or as .tar.gz")
    }
    guard rest == 0, count > 0 else {
      throw source.error(
        "\(source.packedCount) bytes are not a whole number of pictures of "
          + "\(Self.recordCount) bytes")
    }
    let records = try source.read(source.packedCount)
    try source.expectEnd()
    labels = stride(from: 0, to: records.count, by: Self.recordCount).map { records[$0] }
    if let wrong = labels.firstIndex(where: { $0 >= classes }) {
      throw DataError(
        "label \(labels[wrong]) of picture \(wrong) is not among the \(classes) classes",
        at: "\(source.name), byte \(wrong * Self.recordCount)",
        hint: "remove the file and load the set again with download: true")
    }
    pixels = Self.interleaved(records, count: count)
  }

  /// Takes each picture's three planes apart into pixels.
  private static func interleaved(_ records: [UInt8], count: Int) -> [UInt8] {
    let size = channels * planeCount
    return [UInt8](unsafeUninitializedCapacity: count * size) { pixels, filled in
      records.withUnsafeBufferPointer { records in
        for picture in 0..<count {
          let (source, target) = (picture * recordCount + 1, picture * size)
          for pixel in 0..<planeCount {
            for channel in 0..<channels {
              pixels[target + pixel * channels + channel] =
                records[source + channel * planeCount + pixel]
            }
          }
        }
      }
      filled = count * size
    }
  }
}
