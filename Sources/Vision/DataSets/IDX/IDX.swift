/// An array in the idx format, in which MNIST and its relatives are published.
///
/// Two zero bytes, the element type, the number of dimensions, each dimension as a big-endian
/// 32-bit number, then the elements, big-endian too, the last dimension running fastest.
/// Source: "THE IDX FILE FORMAT", http://yann.lecun.com/exdb/mnist/.
struct IDX {
  var element = IDXElement.unsignedByte
  let shape: [Int]
  /// The elements as they lie in the file.
  let bytes: [UInt8]
}

extension IDX {
  /// deflate makes at most 1032 bytes of one, so no honest file holds more.
  private static let largestRatio = 1032

  /// Reads the file at `path`, gzip or unpacked.
  ///
  /// - Parameter elements: The types that are taken.
  /// - Throws: `DataError` when the file cannot be read, is no idx file of such elements, or holds
  ///   less or more than its header says. The sizes are checked against the file before anything is
  ///   allocated for them.
  init(path: String, of elements: [IDXElement] = [.unsignedByte]) throws {
    try self.init(from: ByteSource(path: path), of: elements)
  }

  init(from source: ByteSource, of elements: [IDXElement] = [.unsignedByte]) throws {
    let magic = try source.read(4)
    guard magic[0] == 0, magic[1] == 0 else {
      throw source.error("this is no idx file: it starts with \(hex(magic)), not with 0x0000")
    }
    guard let element = IDXElement(rawValue: magic[2]), elements.contains(element) else {
      let names = elements.map { "0x\(hex([$0.rawValue])) (\($0.name))" }.joined(separator: ", ")
      throw source.error("the elements are of type 0x\(hex(magic[2...2])), only \(names) is read")
    }
    self.element = element
    guard (1...8).contains(magic[3]) else {
      throw source.error("\(magic[3]) dimensions were announced, 1 to 8 are possible")
    }
    let sizes = try source.read(4 * Int(magic[3]))
    shape = stride(from: 0, to: sizes.count, by: 4).map { start in
      sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    bytes = try source.read(
      Self.checkedCount(shape, element.byteCount, headerCount: 4 + sizes.count, in: source))
    try source.expectEnd()
  }

  private static func checkedCount(
    _ shape: [Int], _ elementSize: Int, headerCount: Int, in source: ByteSource
  ) throws -> Int {
    var count = elementSize
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw source.error("a size of \(shape) is not possible") }
      count = product
    }
    let most =
      source.isPacked
      ? source.packedCount.multipliedReportingOverflow(by: largestRatio).partialValue
      : source.packedCount - headerCount
    guard count <= most else {
      throw source.error(
        "the header announces \(shape), that is \(count) bytes; the file of "
          + "\(source.packedCount) bytes cannot hold them")
    }
    return count
  }
}

private func hex(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
}
