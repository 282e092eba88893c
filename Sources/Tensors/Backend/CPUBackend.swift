internal import Kernels

/// The operations on the processor: loops of `Kernels` chosen by element type.
package final class CPUBackend: Backend {
  package static let shared = CPUBackend()

  private init() {}

  /// Elements that one thread takes at a time in loops that do little per element.
  static let grain = 1 << 15

  /// Calls `body` with the offsets, the steps and the length of every row of up to four views of
  /// one shape; large ones are shared among threads.
  @inline(__always)
  func forEachRow(
    _ a: StridedView, _ b: StridedView? = nil, _ c: StridedView? = nil, _ d: StridedView? = nil,
    _ body: (_ offsets: SIMD4<Int>, _ steps: SIMD4<Int>, _ count: Int) -> Void
  ) {
    let loop = StridedLoop(axes: a.shape.count, size: { a.shape[$0] }) { axis in
      SIMD4(
        a.strides[axis], b?.strides[axis] ?? 0, c?.strides[axis] ?? 0, d?.strides[axis] ?? 0)
    }
    let steps = loop.rowStrides
    let length = loop.rowCount
    if loop.rows == 1 {
      parallelFor(count: length, grain: Self.grain) { part in
        body(steps &* SIMD4(repeating: part.lowerBound), steps, part.count)
      }
    } else {
      parallelFor(count: loop.rows, grain: max(1, Self.grain / max(length, 1))) { part in
        loop.forEachRow(in: part) { body($0, steps, length) }
      }
    }
  }
}
