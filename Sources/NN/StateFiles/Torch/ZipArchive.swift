internal import Glibc

@_implementationOnly import CArchive

/// The entries of a zip archive, one after the other, read by libarchive.
final class ZipArchive {
  private let source: any ByteStore
  private let archive: OpaquePointer
  /// What libarchive holds while it reads: the source, and its place in it.
  private let cursor: ByteCursor

  init(_ source: any ByteStore) throws {
    self.source = source
    cursor = ByteCursor(source)
    guard let archive = archive_read_new() else {
      throw StateFileError(
        "no memory to read the archive", at: source.name, hint: "free some memory")
    }
    self.archive = archive
    archive_read_support_format_zip(archive)
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(cursor).toOpaque())
    archive_read_set_read_callback(archive) { _, cursor, bytes in
      guard let cursor, let bytes else { return -1 }
      return Unmanaged<ByteCursor>.fromOpaque(cursor).takeUnretainedValue().next(bytes)
    }
    archive_read_set_seek_callback(archive) { _, cursor, offset, origin in
      guard let cursor else { return -1 }
      return Unmanaged<ByteCursor>.fromOpaque(cursor).takeUnretainedValue().seek(offset, origin)
    }
    guard archive_read_open1(archive) == ARCHIVE_OK else { throw failure() }
  }

  deinit { archive_read_free(archive) }

  /// The path of the next entry and its size, or nil after the last.
  func next() throws -> (path: String, count: Int)? {
    var header: OpaquePointer?
    switch archive_read_next_header(archive, &header) {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: throw failure()
    }
    guard let header, let path = archive_entry_pathname(header) else { throw failure() }
    return (String(cString: path), Int(archive_entry_size(header)))
  }

  /// Fills all of a buffer with the bytes of the entry found last, which must have as many.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = archive_read_data(archive, rest.baseAddress, rest.count)
      if count < 0 { throw failure() }
      if count == 0 {
        throw StateFileError(
          "an entry ends early: \(buffer.count) bytes are announced, and \(done) are there",
          at: source.name, hint: "copy or download the file again")
      }
      done += count
    }
  }

  private func failure() -> StateFileError {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "no reason was given"
    return StateFileError(
      "the archive cannot be read: \(reason)", at: source.name,
      hint: "copy or download the file again")
  }
}

/// A place in a source, and a piece of it in memory.
private final class ByteCursor {
  private let source: any ByteStore
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var place = 0

  init(_ source: any ByteStore) { self.source = source }

  deinit { piece.deallocate() }

  /// Gives the next piece away and returns its size; zero at the end.
  func next(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    let count = max(0, min(piece.count, source.count - place))
    let part = UnsafeMutableRawBufferPointer(rebasing: piece[..<count])
    guard (try? source.read(at: place, into: part)) != nil else { return -1 }
    place += count
    bytes.pointee = UnsafeRawPointer(piece.baseAddress)
    return count
  }

  /// Moves on, as C's `lseek` does.
  func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
    let start = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? place : source.count
    let (target, overflows) = start.addingReportingOverflow(Int(offset))
    if overflows || target < 0 || target > source.count { return Int64(ARCHIVE_FATAL) }
    place = target
    return Int64(place)
  }
}
