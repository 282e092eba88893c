@_implementationOnly import CArchive

/// A tar archive, packed or not, read from front to back by libarchive.
final class TarArchive {
  /// A file of the archive.
  struct Entry {
    /// The path inside the archive.
    let path: String
    /// The size that the archive announces.
    let count: Int

    /// The last part of the path.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  private let name: String
  private let archive: OpaquePointer
  /// What libarchive reads, where the archive lies in memory.
  private let bytes: UnsafeMutableRawBufferPointer

  /// Opens the archive at `path`.
  init(path: String) throws {
    name = path
    archive = try Self.makeReader(path)
    bytes = .allocate(byteCount: 0, alignment: 1)
    guard archive_read_open_filename(archive, path, 1 << 18) == ARCHIVE_OK else { throw failure() }
  }

  /// Reads an archive that lies in memory.
  init(name: String, bytes: [UInt8]) throws {
    self.name = name
    archive = try Self.makeReader(name)
    self.bytes = .allocate(byteCount: bytes.count, alignment: 1)
    self.bytes.copyBytes(from: bytes)
    guard archive_read_open_memory(archive, self.bytes.baseAddress, bytes.count) == ARCHIVE_OK
    else { throw failure() }
  }

  deinit {
    archive_read_free(archive)
    bytes.deallocate()
  }

  /// The next file, past folders and links; nil at the archive's end.
  func next() throws -> Entry? {
    var header: OpaquePointer?
    while true {
      switch archive_read_next_header(archive, &header) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: throw failure()
      }
      guard let header, archive_entry_filetype(header) == Self.regularFile,
        let path = archive_entry_pathname(header)
      else { continue }
      return Entry(path: String(cString: path), count: Int(archive_entry_size(header)))
    }
  }

  /// The bytes of the file that `next` found last.
  ///
  /// What the archive announces is not believed: bytes are handed out as they come.
  func source(_ entry: Entry) throws -> ByteSource {
    try ByteSource(name: "\(name)/\(entry.path)", packedCount: entry.count) { [self] space in
      let count = archive_read_data(archive, space.baseAddress, space.count)
      guard count >= 0 else { throw failure() }
      return count
    }
  }

  private static let regularFile: mode_t = 0o100000

  private static func makeReader(_ name: String) throws -> OpaquePointer {
    guard let archive = archive_read_new() else {
      throw DataError("no memory to read the archive", at: name, hint: "free some memory")
    }
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_tar(archive)
    return archive
  }

  private func failure() -> DataError {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "no reason was given"
    return DataError(
      "the archive cannot be read: \(reason)",
      at: "\(name), byte \(archive_filter_bytes(archive, -1))",
      hint: "remove the file and load the set again with download: true")
  }
}
