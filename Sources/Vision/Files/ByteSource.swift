@_implementationOnly import Glibc

/// A file read from front to back, unpacked on the way when it is gzip.
///
/// Reading goes through one small buffer, so that what is allocated is what the caller asks for.
/// Every error names the file and the byte at which reading stopped.
final class ByteSource {
  let name: String
  /// Bytes in the file as it lies on disk.
  let packedCount: Int
  /// True when the file starts with gzip's two magic bytes.
  let isPacked: Bool
  /// Unpacked bytes handed out so far.
  private(set) var offset = 0

  private let refill: (UnsafeMutableRawBufferPointer) throws -> Int
  private var buffer: [UInt8]
  private var unread = 0..<0
  private var packedOffset = 0
  private var inflater: Inflater?

  /// Reads from `refill`, which fills the front of its argument and returns 0 at the end.
  init(
    name: String, packedCount: Int, bufferCount: Int = 1 << 18,
    refill: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    self.name = name
    self.packedCount = packedCount
    self.refill = refill
    buffer = [UInt8](repeating: 0, count: max(2, bufferCount))
    while unread.count < 2 {
      let space = unread.upperBound..<buffer.count
      let count = try buffer.withUnsafeMutableBytes {
        try refill(UnsafeMutableRawBufferPointer(rebasing: $0[space]))
      }
      if count == 0 { break }
      unread = 0..<(unread.upperBound + count)
    }
    isPacked = unread.count >= 2 && buffer[0] == 0x1f && buffer[1] == 0x8b
    if isPacked { inflater = Inflater() }
  }

  /// Opens the file at `path`.
  convenience init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    let file = OpenFile(descriptor: descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw DataError("this is not a file", at: path, hint: "give the path of a file")
    }
    try self.init(name: path, packedCount: Int(status.st_size)) { space in
      while true {
        let count = Glibc.read(file.descriptor, space.baseAddress, space.count)
        if count >= 0 { return count }
        if errno != EINTR { throw Self.unreadable(path) }
      }
    }
  }

  /// Exactly `count` bytes.
  ///
  /// What is allocated grows with what is really there, whatever `count` a header announced.
  func read(_ count: Int) throws -> [UInt8] {
    let start = offset
    var bytes = try readAtMost(min(count, Self.largestPiece))
    while bytes.count < count {
      let piece = try readAtMost(min(count - bytes.count, Self.largestPiece))
      if piece.isEmpty { break }
      bytes += piece
    }
    guard bytes.count == count else {
      throw error(
        "the file ends early: \(count) bytes were expected from byte \(start) on, "
          + "\(bytes.count) are there")
    }
    return bytes
  }

  /// Large enough for the 60,000 digits of MNIST in one piece.
  private static let largestPiece = 1 << 26

  private func readAtMost(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { space, got in
      let raw = UnsafeMutableRawBufferPointer(space)
      while got < count {
        let more = try fill(UnsafeMutableRawBufferPointer(rebasing: raw[got..<count]))
        if more == 0 { break }
        got += more
        offset += more
      }
    }
  }

  /// Makes sure that nothing follows what was read.
  func expectEnd() throws {
    var probe: UInt8 = 0
    let count = try withUnsafeMutableBytes(of: &probe) { try fill($0) }
    guard count == 0, try unread.isEmpty && !pull() else {
      throw error("the file goes on after its last element")
    }
  }

  /// An error at the present place of this file.
  func error(_ what: String) -> DataError {
    let unpacked = isPacked ? " (unpacked)" : ""
    return DataError(
      what, at: "\(name), byte \(offset)\(unpacked)",
      hint: "remove the file and load the set again with download: true")
  }

  /// Fills the front of `space`; 0 means the end.
  private func fill(_ space: UnsafeMutableRawBufferPointer) throws -> Int {
    guard inflater != nil || isPacked else {
      guard try !unread.isEmpty || pull() else { return 0 }
      let count = min(space.count, unread.count)
      buffer.withUnsafeBytes { space.copyMemory(from: .init(rebasing: $0[unread.prefix(count)])) }
      unread = unread.dropFirst(count)
      return count
    }
    while let inflater {
      let atEnd = try unread.isEmpty && !pull()
      let step = try unpack(inflater, into: space)
      packedOffset += step.consumed
      unread = unread.dropFirst(step.consumed)
      if step.state == .done { self.inflater = nil }
      if step.produced > 0 { return step.produced }
      if atEnd && step.state != .done {
        throw error("the gzip data break off at byte \(packedOffset) of the packed file")
      }
    }
    return 0
  }

  private func unpack(
    _ inflater: Inflater, into space: UnsafeMutableRawBufferPointer
  ) throws -> (consumed: Int, produced: Int, state: Inflater.State) {
    do {
      return try buffer.withUnsafeBytes {
        try inflater.unpack(.init(rebasing: $0[unread]), into: space)
      }
    } catch let corrupt as Inflater.Corrupt {
      throw error(
        "the gzip data are damaged at byte \(packedOffset + corrupt.consumed) of the packed file: "
          + corrupt.reason)
    }
  }

  /// Reads more of the file into the empty buffer; false at its end.
  private func pull() throws -> Bool {
    let count = try buffer.withUnsafeMutableBytes { try refill($0) }
    unread = 0..<count
    return count > 0
  }

  private static func unreadable(_ path: String) -> DataError {
    let failure = SystemFailure()
    let hint =
      failure.code != ENOENT
      ? "check the file's permissions"
      : FileLookup.isFile(path + ".gz")
        ? "there is \(path).gz, which can be read as it is"
        : "check the path, which is relative to the folder of the notebook"
    return DataError("cannot be read: \(failure)", at: path, hint: hint)
  }
}

/// A descriptor that is closed with the last reference to it.
private final class OpenFile {
  let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
