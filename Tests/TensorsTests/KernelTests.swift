import Kernels
import Testing

/// Loops over memory against plain ones.
struct KernelTests {
  /// The planned loops visit the places that plain nested loops visit, in the same order.
  @Test(arguments: [
    [[2, 3, 4], [12, 4, 1]], [[2, 3, 4], [1, 2, 6]], [[5], [3]], [[1, 4, 1], [9, 2, 7]],
    [[3, 1, 2], [2, 5, 1]], [[2, 2, 2, 2], [8, 4, 0, 1]], [[], []], [[2, 0, 3], [3, 3, 1]],
  ]) func stridedLoops(shape: [[Int]]) {
    let (sizes, steps) = (shape[0], shape[1])
    var expected = [0]
    for (size, step) in zip(sizes, steps) {
      expected = expected.flatMap { start in (0..<size).map { start + $0 * step } }
    }
    let loop = StridedLoop(axes: sizes.count, size: { sizes[$0] }) { SIMD4(steps[$0], 0, 0, 0) }
    for cut in 0...loop.rows {
      var visited: [Int] = []
      for range in [0..<cut, cut..<loop.rows] {
        loop.forEachRow(in: range) { offsets in
          for i in 0..<loop.rowCount { visited.append(offsets[0] + i * loop.rowStrides[0]) }
        }
      }
      #expect(visited == expected)
    }
  }

  /// Axes that lie together in memory for all operands become one row.
  @Test func mergedAxes() {
    let sizes = [4, 5, 6]
    let loop = StridedLoop(axes: 3, size: { sizes[$0] }) {
      SIMD4([30, 6, 1][$0], [60, 12, 2][$0], 0, 0)
    }
    #expect(loop.rows == 1 && loop.rowCount == 120)
  }

  /// Fast sums equal exact ones for every count around the lanes and blocks, with steps.
  @Test(arguments: [0, 1, 7, 8, 9, 15, 1023, 1024, 1025, 2055]) func sums(count: Int) {
    let values = (0..<count * 3).map { Float(($0 * 37 % 101) - 50) }
    for step in [1, 3] {
      let exact = stride(from: 0, to: count * step, by: step).reduce(0.0) {
        $0 + Double(values[$1])
      }
      #expect(sumRow(values, step: step, count: count) == exact)
      #expect(sumRow(values.map(Double.init), step: step, count: count) == exact)
    }
  }

  /// The first of equal extremes is found, and not a number before all else.
  @Test func extremes() {
    let values: [Float] = [1, 5, 5, -2, -2]
    #expect(indexOfMaximum(values, step: 1, count: 5) == 1)
    #expect(indexOfMinimum(values, step: 1, count: 5) == 3)
    #expect(indexOfMaximum(values, step: 2, count: 3) == 1)
    #expect(indexOfMaximum([1, .nan, 7, .nan] as [Float], step: 1, count: 4) == 1)
    #expect(indexOfMinimum([1, .nan, -7] as [Float], step: 1, count: 3) == 1)
  }
}
