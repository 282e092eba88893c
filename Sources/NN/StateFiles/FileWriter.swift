internal import Glibc

/// A file that is written beside its place and renamed into it once it is whole.
final class FileWriter {
  private let target: String
  private let path: String
  private let descriptor: Int32
  private var isFinished = false

  init(beside target: String) throws {
    self.target = target
    let parts = target.split(separator: "/", omittingEmptySubsequences: true)
    let folder = (target.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    let prefix = folder.isEmpty || folder == "/" ? folder : folder + "/"
    Self.makeFolders(folder)
    path = "\(prefix).\(parts.last ?? "").\(getpid()).part"
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure() }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isFinished { unlink(path) }
  }

  /// Appends all bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { throw failure() }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the file in its place, after its bytes have reached the disk.
  func finish() throws {
    guard fsync(descriptor) == 0, rename(path, target) == 0 else { throw failure() }
    isFinished = true
  }

  /// Makes a folder and those above it; opening the file tells when that failed.
  private static func makeFolders(_ folder: String) {
    for end in folder.indices.dropFirst() where folder[end] == "/" {
      mkdir(String(folder[..<end]), 0o755)
    }
    if !folder.isEmpty { mkdir(folder, 0o755) }
  }

  private func failure() -> StateFileError {
    StateFileError(
      "the file cannot be written: \(String(cString: strerror(errno)))", at: target,
      hint: "free some space, or choose a folder that you may write to")
  }
}
