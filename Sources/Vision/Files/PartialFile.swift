@_implementationOnly import Glibc

/// A file written beside its final place and renamed into it once it is whole.
///
/// Whoever looks for the final name therefore finds a complete file or none: a broken-off
/// download, a full disk or a killed process leave at most a `.NAME.PID.part`, which no loader
/// opens. An unfinished file is removed with the last reference to it.
final class PartialFile {
  private let target: String
  private let path: String
  private let descriptor: Int32
  private var isFinished = false

  /// Opens the file beside `target`, making the folders above it.
  init(beside target: String) throws {
    let folder = Self.folder(of: target)
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let path = "\(folder)/.\(name).\(getpid()).part"
    try Self.makeFolders(folder)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("cannot be written", target) }
    self.target = target
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(path) }
  }

  /// Appends all of `bytes`.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("cannot be written", target) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file in its place.
  ///
  /// It is flushed first, since a rename may reach the disk earlier
  /// than the bytes it names.
  func finish() throws {
    guard fsync(descriptor) == 0, rename(path, target) == 0 else {
      throw Self.failure("cannot be written", target)
    }
    isFinished = true
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeFolders(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure("the folder cannot be made", path) }
    try makeFolders(folder(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw failure("the folder cannot be made", path)
    }
  }

  private static func failure(_ what: String, _ path: String) -> DataError {
    DataError(
      "\(what): \(SystemFailure())", at: path,
      hint: "free some space or choose another folder that you may write to")
  }
}
