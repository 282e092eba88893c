import ArgumentParser
import Glibc
import Tensors

/// Measures what one small operation costs beside its arithmetic.
struct Operations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ops",
    abstract: "Times single operations on eight elements, beside PyTorch's when it is there.",
    discussion: """
      Prints a JSON line for each: the best of several rounds on each side, which take turns. The \
      last line tells how many bytes more were in use after ten thousand training steps.
      """)

  @Option(help: "A Python that has PyTorch.")
  var python = "python3"

  @Option(help: "Rounds of each side; the best counts.")
  var rounds = 5

  func run() throws {
    let operations = SmallOperation.all
    let timer = TorchTimer(python: python)
    var ours = [Double](repeating: .infinity, count: operations.count)
    var theirs: [Double]?
    for turn in 0..<3 {
      for (index, operation) in operations.enumerated() {
        ours[index] = min(ours[index], operation.nanoseconds(rounds: rounds))
      }
      guard turn == 0 || theirs != nil else { continue }
      let times = timer.nanoseconds(of: operations.map(\.python), rounds: rounds)
      theirs = times.map { zip($0, theirs ?? $0).map(min) }
      if theirs == nil {
        let text = "\(timer.python) cannot import torch: only our own times follow.\n"
        _ = write(STDERR_FILENO, text, text.utf8.count)
      }
    }
    for (index, operation) in operations.enumerated() {
      print(line(operation.name, ours[index], theirs?[index]))
    }
    print("{\"steps\": 10000, \"bytes_more_after\": \(GrowthCheck().bytesMore(after: 10_000))}")
  }

  private func line(_ name: String, _ ours: Double, _ theirs: Double?) -> String {
    var fields = ["\"operation\": \"\(name)\"", "\"ns\": \(Int(ours.rounded()))"]
    if let theirs {
      fields.append("\"torch_ns\": \(Int(theirs.rounded()))")
      fields.append("\"times_as_fast\": \((theirs / ours * 10).rounded() / 10)")
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}

extension SmallOperation {
  /// How often an operation runs between two looks at the clock.
  static let iterations = 20_000

  /// The best time of one run over several rounds.
  func nanoseconds(rounds: Int) -> Double {
    (0..<rounds).reduce(Double.infinity) { best, _ in
      let start = Self.now()
      for _ in 0..<Self.iterations { run() }
      return min(best, Double(Self.now() - start) / Double(Self.iterations))
    }
  }

  /// The time this thread has worked: others that use the machine meanwhile do not count.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
