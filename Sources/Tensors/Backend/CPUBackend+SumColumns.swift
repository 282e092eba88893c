internal import Kernels

extension CPUBackend {
  /// Sums over leading axes of a matrix whose rows lie in memory as they are, row by row.
  ///
  /// Returns false when the axis next to each other in memory is one that is summed over; `fold`
  /// is faster then.
  func sumColumns(_ input: StridedView, _ axes: Int, into out: StridedView) -> Bool {
    switch out.dtype {
    case .float32: sumColumns(input, axes, into: out, addRow) { Float($0) }
    case .float64: sumColumns(input, axes, into: out, addRow) { $0 }
    default: false
    }
  }

  private func sumColumns<T: Element>(
    _ input: StridedView, _ axes: Int, into out: StridedView,
    _ addRow: (UnsafePointer<T>, UnsafeMutablePointer<Double>, Int) -> Void,
    _ finish: (Double) -> T
  ) -> Bool {
    let kept = input.shape.count - axes
    let loop = StridedLoop(axes: kept, size: { input.shape[$0] }) {
      SIMD4(input.strides[$0], out.strides[$0], 0, 0)
    }
    let length = loop.rowCount
    guard loop.rowStrides[0] == 1, loop.rowStrides[1] == 1, length >= 4 else { return false }
    let region = StridedLoop(axes: axes, size: { input.shape[kept + $0] }) {
      SIMD4(input.strides[kept + $0], 0, 0, 0)
    }
    guard region.rowStrides[0] != 1 else { return false }
    let (source, target) = (UnsafePointer(input.pointer(T.self)), out.pointer(T.self))
    // Columns in groups that one thread sums alone, so that the order of adding is fixed.
    let width = min(length, 512)
    let groups = (length + width - 1) / width
    let work = region.rows * region.rowCount * width
    parallelFor(count: loop.rows * groups, grain: max(1, Self.grain / max(work, 1))) { part in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: width) { sums in
        guard let sums = sums.baseAddress else { return }
        for group in part {
          let first = group % groups * width
          let count = min(width, length - first)
          loop.forEachRow(in: group / groups..<group / groups + 1) { offsets in
            sums.initialize(repeating: 0, count: count)
            region.forEachRow(in: 0..<region.rows) { inner in
              for i in 0..<region.rowCount {
                let row = offsets[0] + first + inner[0] + i &* region.rowStrides[0]
                addRow(source + row, sums, count)
              }
            }
            for i in 0..<count { target[offsets[1] + first + i] = finish(sums[i]) }
          }
        }
      }
    }
    return true
  }
}
