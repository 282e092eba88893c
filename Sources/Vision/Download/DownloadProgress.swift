@_implementationOnly import Glibc

/// A line per file that rewrites itself while the file comes in.
///
///     Downloading https://ossci-datasets.s3.amazonaws.com/mnist/t10k-labels-idx1-ubyte.gz
///     t10k-labels-idx1-ubyte.gz  100%  4542 of 4542 bytes
final class DownloadProgress {
  private let write: (String) -> Void
  private var shown = -1
  private var isInLine = false

  /// Writes to standard output unless told otherwise.
  init(
    write: @escaping (String) -> Void = {
      print($0, terminator: "")
      fflush(nil)
    }
  ) {
    self.write = write
  }

  func start(_ url: String, _ path: String) {
    write("Downloading \(url) to \(path)\n")
    shown = -1
  }

  /// Shows `count` of `total` bytes, at most once for each hundredth, or each 100 kB when the
  /// server does not tell the size.
  func advance(_ name: String, _ count: Int, _ total: Int?) {
    let step = total.map { count * 100 / max($0, 1) } ?? count / 100_000
    guard step != shown else { return }
    shown = step
    isInLine = true
    if let total {
      write("\r\(name)  \(step)%  \(count) of \(total) bytes")
    } else {
      write("\r\(name)  \(count) bytes")
    }
  }

  /// Leaves the line as it is and goes to the next.
  func endLine() {
    if isInLine { write("\n") }
    isInLine = false
  }
}
