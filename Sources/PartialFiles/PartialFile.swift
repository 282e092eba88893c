internal import Glibc

/// A file written beside its final place and renamed into it once it is whole.
///
/// Whoever looks for the final name therefore finds a complete file or none: a broken-off download,
/// a full disk or a killed process leave at most a `.NAME.PID.part`, which no loader opens. An
/// unfinished file is removed with the last reference to it.
package final class PartialFile {
  /// Makes the error of a module from what failed, with the system's reason, and the path it failed
  /// for.
  package typealias Failure = (_ what: String, _ path: String) -> any Error

  private let target: String
  private let path: String
  private let descriptor: Int32
  private let failure: Failure
  private var isFinished = false

  /// Opens the file beside `target`, making the folders above it.
  package init(beside target: String, failure: @escaping Failure) throws {
    let folder = Self.folder(of: target)
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let path = "\(folder)/.\(name).\(getpid()).part"
    try Self.makeFolders(folder, failure)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure("the file cannot be written: \(reason())", target) }
    self.target = target
    self.path = path
    self.descriptor = descriptor
    self.failure = failure
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(path) }
  }

  /// Appends all of `bytes`.
  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { throw failure("the file cannot be written: \(reason())", target) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file in its place.
  ///
  /// It is flushed first, since a rename may reach the disk earlier than the bytes it names.
  package func finish() throws {
    guard fsync(descriptor) == 0, rename(path, target) == 0 else {
      throw failure("the file cannot be written: \(reason())", target)
    }
    isFinished = true
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeFolders(_ path: String, _ failure: Failure) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    if errno == ENOENT, path != ".", path != "/" {
      try makeFolders(folder(of: path), failure)
      if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    }
    throw failure("the folder cannot be made: \(reason())", path)
  }
}

/// Why the last system call failed, as the C library words it ("No space left on device").
private func reason() -> String { String(cString: strerror(errno)) }
