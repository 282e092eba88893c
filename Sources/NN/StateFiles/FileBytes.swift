internal import Glibc

/// The bytes of a file.
final class FileBytes: ByteStore {
  let name: String
  let count: Int
  private let descriptor: Int32

  init(path: String) throws {
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.unreadable(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw Self.unreadable(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw StateFileError("this is not a file", at: path, hint: "give the path of a file")
    }
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let read = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if read < 0, errno == EINTR { continue }
      if read < 0 { throw Self.unreadable(name) }
      if read == 0 {
        throw StateFileError(
          "the file became shorter while it was read", at: "\(name), byte \(offset + done)",
          hint: "load it again")
      }
      done += read
    }
  }

  private static func unreadable(_ path: String) -> StateFileError {
    StateFileError(
      "the file cannot be read: \(String(cString: strerror(errno)))", at: path,
      hint: "check the path, which is relative to the folder of the notebook")
  }
}
