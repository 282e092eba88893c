/// Bytes that can be read from any place on: those of a file, or of an array.
package protocol ByteStore: AnyObject {
  /// What errors call them.
  var name: String { get }
  /// How many there are.
  var count: Int { get }
  /// Fills all of a buffer with the bytes from a place on, which must be there.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws
}

extension ByteStore {
  /// Some bytes; an error when the store ends before.
  func bytes(at offset: Int, count wanted: Int) throws -> [UInt8] {
    try require(wanted, at: offset)
    return try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      filled = wanted
    }
  }

  /// Stops unless so many bytes are there: before anything is allocated for them.
  func require(_ wanted: Int, at offset: Int) throws {
    if offset >= 0, wanted >= 0, offset <= count, wanted <= count - offset { return }
    throw StateFileError(
      "the file ends early: \(wanted) bytes are expected, and \(max(0, count - offset)) are there",
      at: "\(name), byte \(offset)", hint: "copy or download the file again")
  }
}

/// Bytes of an array.
package final class ByteArray: ByteStore {
  package let name: String
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  package var count: Int { bytes.count }

  package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + buffer.count]))
    }
  }
}
