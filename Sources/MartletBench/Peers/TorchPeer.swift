import Glibc

/// PyTorch training the same networks on the same data, in a process of its own.
struct TorchPeer {
  /// The Python that is asked.
  let python: String
  /// Whether it also compiles the networks, for which it needs a C++ compiler.
  let compiles: Bool
  private let script: String

  /// Nil, with one line on standard error, when that Python has no PyTorch.
  init?(python: String, compiles: Bool) {
    self.python = python
    self.compiles = compiles
    guard system("\(quoted(python)) -c 'import torch' 2>/dev/null") == 0 else {
      complain("\(python) cannot import torch: no peer runs (name another with --python)\n")
      return nil
    }
    var template = Array("/tmp/martlet-bench-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    let text = PackageResources.torch_tutorials_py
    guard write(file, text, text.count) == text.count, close(file) == 0 else { return nil }
    script = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Trains one network in each of PyTorch's own modes and prints its lines.
  func run(net: String, mode: BatchMode, data: String, steps: Int, epochs: Int, threads: Int) {
    for extra in ["", "--channels-last"] + (compiles ? ["--compile"] : []) {
      fflush(nil)
      let command =
        "\(quoted(python)) \(script) --data \(quoted(data)) --net \(net) --mode \(mode.rawValue)"
        + " --steps \(steps) --epochs \(epochs) --threads \(threads) \(extra)"
      if system(command) != 0 { complain("the peer failed: \(command)\n") }
    }
  }

  /// Removes the script.
  func finish() { unlink(script) }
}

/// Writes a line on standard error.
private func complain(_ text: String) { _ = write(STDERR_FILENO, text, text.utf8.count) }

/// A word of a shell command.
private func quoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}
