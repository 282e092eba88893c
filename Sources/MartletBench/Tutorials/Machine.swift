import Glibc
import Kernels
import Synchronization

/// What the measurements are made on.
struct Machine {
  /// Operations a second that all threads together can do at most, in 10⁹.
  let peak: Double

  /// Measures the peak: the best of some short runs, so that a busy moment does not count.
  init() {
    let kernels = InstructionSet.chosen.kernels
    var best = 0.0
    for _ in 0..<20 {
      let operations = Atomic<Int>(0)
      let start = seconds(CLOCK_MONOTONIC)
      ThreadPool.shared.run(chunks: ThreadPool.shared.threads) { _ in
        operations.wrappingAdd(kernels.multiplyAdds(100_000), ordering: .relaxed)
      }
      let elapsed = seconds(CLOCK_MONOTONIC) - start
      best = max(best, Double(operations.load(ordering: .relaxed)) / elapsed)
    }
    peak = best * 1e-9
  }

  /// A line of JSON.
  var description: String {
    """
    {"machine": "\(Processor.name)", "threads": \(ThreadPool.shared.threads), \
    "instructions": "\(InstructionSet.chosen.rawValue)", "peak_gflops": \(Int(peak.rounded()))}
    """
  }
}

/// What a clock shows, in seconds.
func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
