internal import Kernels

/// The operations on the processor: loops of `Kernels` chosen by element type.
package final class CPUBackend: Backend {
  package static let shared = CPUBackend()

  private init() {}

  /// Elements that one thread takes at a time in loops that do little per element.
  static let grain = 1 << 15

  typealias RowBody = (_ offsets: SIMD4<Int>, _ steps: SIMD4<Int>, _ count: Int) -> Void

  /// Calls `body` with the offsets, the steps and the length of every row of a view; large ones
  /// are shared among threads.
  @inline(__always)
  func forEachRow(_ a: borrowing StridedView, _ body: RowBody) {
    let loop =
      a.isContiguous
      ? StridedLoop(contiguous: a.count) : StridedLoop(a) { SIMD4(a.strides[$0], 0, 0, 0) }
    forEachRow(loop, body)
  }

  /// The same for two views of one shape.
  @inline(__always)
  func forEachRow(_ a: borrowing StridedView, _ b: borrowing StridedView, _ body: RowBody) {
    let loop =
      a.isContiguous && b.isContiguous
      ? StridedLoop(contiguous: a.count)
      : StridedLoop(a) { SIMD4(a.strides[$0], b.strides[$0], 0, 0) }
    forEachRow(loop, body)
  }

  /// The same for three views of one shape.
  @inline(__always)
  func forEachRow(
    _ a: borrowing StridedView, _ b: borrowing StridedView, _ c: borrowing StridedView,
    _ body: RowBody
  ) {
    let loop =
      a.isContiguous && b.isContiguous && c.isContiguous
      ? StridedLoop(contiguous: a.count)
      : StridedLoop(a) { SIMD4(a.strides[$0], b.strides[$0], c.strides[$0], 0) }
    forEachRow(loop, body)
  }

  /// The same for four views of one shape.
  @inline(__always)
  func forEachRow(
    _ a: borrowing StridedView, _ b: borrowing StridedView, _ c: borrowing StridedView,
    _ d: borrowing StridedView, _ body: RowBody
  ) {
    forEachRow(
      StridedLoop(a) { SIMD4(a.strides[$0], b.strides[$0], c.strides[$0], d.strides[$0]) }, body)
  }

  @inline(__always)
  private func forEachRow(_ loop: StridedLoop, _ body: RowBody) {
    let (steps, length) = (loop.rowStrides, loop.rowCount)
    if loop.rows == 1 {
      return parallelFor(count: length, grain: Self.grain) { part in
        body(steps &* SIMD4(repeating: part.lowerBound), steps, part.count)
      }
    }
    parallelFor(count: loop.rows, grain: max(1, Self.grain / max(length, 1))) { part in
      loop.forEachRow(in: part) { body($0, steps, length) }
    }
  }
}

extension StridedLoop {
  /// The loops over the axes of a view.
  fileprivate init(_ view: borrowing StridedView, strides: (Int) -> SIMD4<Int>) {
    self.init(axes: view.shape.count, size: { view.shape[$0] }, strides: strides)
  }
}
