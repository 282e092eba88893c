import Kernels
import Synchronization
import Testing

/// The threads that share the work of kernels.
struct ThreadPoolTests {
  /// Every chunk runs once, with one thread and with more, however often it is called.
  @Test(arguments: [1, 2, 3, 8]) func runsEveryChunkOnce(threads: Int) {
    let pool = ThreadPool(threads: threads)
    for chunks in [0, 1, 2, 7, 100] {
      for _ in 0..<50 {
        let counts = Mutex([Int](repeating: 0, count: chunks))
        pool.run(chunks: chunks) { chunk in counts.withLock { $0[chunk] += 1 } }
        #expect(counts.withLock { $0.allSatisfy { $0 == 1 } })
      }
    }
  }

  /// Work within work is done by the thread that asks for it, and does not block.
  @Test func nestedWork() {
    let sum = Atomic<Int>(0)
    let pool = ThreadPool(threads: 2)
    pool.run(chunks: 10) { outer in
      pool.run(chunks: 10) { inner in
        sum.wrappingAdd(outer * 10 + inner, ordering: .relaxed)
      }
    }
    #expect(sum.load(ordering: .relaxed) == 4950)
  }

  /// The cuts of a range depend on its length and the grain alone.
  @Test func cuts() {
    let ranges = Mutex<[Range<Int>]>([])
    parallelFor(count: 10, grain: 4) { range in ranges.withLock { $0.append(range) } }
    #expect(
      ranges.withLock { $0.sorted { $0.lowerBound < $1.lowerBound } } == [0..<4, 4..<8, 8..<10])
    parallelFor(count: 0, grain: 4) { _ in Issue.record("nothing was to be done") }
  }
}
