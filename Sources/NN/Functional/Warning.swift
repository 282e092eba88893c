internal import Glibc
internal import Synchronization

/// Tells the user of something that works and is probably not meant: once for each text, on the
/// standard error, as Python's `warnings` do.
func warn(_ text: String) {
  let isNew = given.withLock { $0.insert(text).inserted }
  if !isNew { return }
  let line = Array("UserWarning: \(text)\n".utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

private let given = Mutex<Set<String>>([])
