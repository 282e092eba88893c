import Glibc

/// Times PyTorch's operations in a Python process of its own.
struct TorchTimer {
  let python: String

  /// Nanoseconds of each expression, or nil when this Python has no PyTorch.
  func nanoseconds(of expressions: [String], rounds: Int) -> [Double]? {
    let script = """
      import time, torch
      torch.set_num_threads(1)
      x, y = torch.ones(8), torch.ones(8)
      w, v = torch.ones(8, requires_grad=True), torch.ones(8, requires_grad=True)
      matrix = torch.ones(8, 8, requires_grad=True)
      def best(f):
        times = []
        for _ in range(\(rounds)):
          start = time.thread_time_ns()
          f(\(SmallOperation.iterations))
          times.append((time.thread_time_ns() - start) / \(SmallOperation.iterations))
        return min(times)
      for expression in \(expressions):
        space = dict(globals())
        exec("def f(n):\\n  for _ in range(n): " + expression, space)
        space["f"](1000)
        print(best(space["f"]))
      """
    guard let pipe = popen("\(python) -c '\(script)' 2>/dev/null", "r") else { return nil }
    var times: [Double] = []
    var line = [CChar](repeating: 0, count: 128)
    while fgets(&line, Int32(line.count), pipe) != nil {
      if let time = strtodIfNumber(line) { times.append(time) }
    }
    pclose(pipe)
    return times.count == expressions.count ? times : nil
  }

  private func strtodIfNumber(_ line: [CChar]) -> Double? {
    var end: UnsafeMutablePointer<CChar>?
    return line.withUnsafeBufferPointer { text in
      let value = strtod(text.baseAddress!, &end)
      return end == UnsafeMutablePointer(mutating: text.baseAddress!) ? nil : value
    }
  }
}
