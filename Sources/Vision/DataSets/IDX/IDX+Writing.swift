@_implementationOnly import PartialFiles

extension IDX {
  /// Writes the array unpacked, beside the final name and then renamed.
  func write(to path: String) throws {
    var header: [UInt8] = [0, 0, 0x08, UInt8(shape.count)]
    for size in shape {
      withUnsafeBytes(of: UInt32(size).bigEndian) { header.append(contentsOf: $0) }
    }
    let file = try PartialFile(ofData: path)
    try header.withUnsafeBytes { try file.write($0) }
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.finish()
  }
}
