@_implementationOnly import Glibc

/// The bytes of a file.
func readFile(_ path: String) throws -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw systemError("cannot read", path) }
  defer { close(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = read(file, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count > 0 {
      bytes += chunk[..<count]
    } else if errno != EINTR {
      throw systemError("cannot read", path)
    }
  }
}

/// Writes a file beside its place and renames it, so that nobody sees a part of it.
package func writeFile(_ path: String, _ bytes: [UInt8]) throws {
  let beside = "\(path).\(getpid()).part"
  let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard file >= 0 else { throw systemError("cannot write", path) }
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count >= 0 {
      written += count
    } else if errno != EINTR {
      let error = systemError("cannot write", path)
      close(file)
      unlink(beside)
      throw error
    }
  }
  guard close(file) == 0, rename(beside, path) == 0 else {
    let error = systemError("cannot write", path)
    unlink(beside)
    throw error
  }
}

private func systemError(_ what: String, _ path: String) -> ImageError {
  ImageError("\(path): \(what): \(String(cString: strerror(errno)))")
}
