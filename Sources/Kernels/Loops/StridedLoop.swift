/// The nested loops that visit up to four strided operands of one common shape in step.
///
/// Lane `k` of every `SIMD4` belongs to operand `k`; unused lanes stay zero. Axes of size one are
/// dropped and neighbours that every operand walks as one run are merged, so that the last axis,
/// the row, is as long as memory allows and the loops over it are few.
public struct StridedLoop: Sendable {
  /// Sizes of the axes outside the row, outermost first.
  public private(set) var sizes: [Int] = []
  /// Steps of the operands along each axis outside the row, in elements.
  public private(set) var strides: [SIMD4<Int>] = []
  /// Number of elements in a row.
  public private(set) var rowCount = 1
  /// Steps of the operands along the row, in elements.
  public private(set) var rowStrides = SIMD4<Int>(repeating: 0)
  /// Number of rows.
  public private(set) var rows = 1

  /// Plans the loops over axes given from the outermost to the innermost.
  public init(axes: Int, size: (Int) -> Int, strides stride: (Int) -> SIMD4<Int>) {
    var started = false
    for axis in (0..<axes).reversed() {
      let count = size(axis)
      if count == 1 { continue }
      let step = stride(axis)
      if !started {
        (rowCount, rowStrides, started) = (count, step, true)
      } else if sizes.isEmpty, step == rowStrides &* SIMD4(repeating: rowCount) {
        rowCount *= count
      } else if let last = strides.last, let size = sizes.last,
        step == last &* SIMD4(repeating: size)
      {
        sizes[sizes.count - 1] = size * count
      } else {
        sizes.append(count)
        strides.append(step)
      }
    }
    sizes.reverse()
    strides.reverse()
    rows = sizes.reduce(1, *)
    if rowCount == 0 { rows = 0 }
  }

  /// One row of operands that all lie in reading order without gaps.
  public init(contiguous count: Int) {
    rowCount = count
    rowStrides = SIMD4(repeating: 1)
    rows = count == 0 ? 0 : 1
  }

  /// Calls `body` with the operands' offsets at the start of each row of `range`, in order.
  @inlinable
  public func forEachRow(in range: Range<Int>, _ body: (SIMD4<Int>) -> Void) {
    if range.isEmpty { return }
    if sizes.isEmpty { return body(SIMD4(repeating: 0)) }
    var counters = [Int](repeating: 0, count: sizes.count)
    var offsets = SIMD4<Int>(repeating: 0)
    var rest = range.lowerBound
    for axis in sizes.indices.reversed() {
      counters[axis] = rest % sizes[axis]
      rest /= sizes[axis]
      offsets &+= strides[axis] &* SIMD4(repeating: counters[axis])
    }
    for _ in range {
      body(offsets)
      var axis = sizes.count - 1
      while axis >= 0 {
        counters[axis] += 1
        offsets &+= strides[axis]
        if counters[axis] < sizes[axis] { break }
        offsets &-= strides[axis] &* SIMD4(repeating: sizes[axis])
        counters[axis] = 0
        axis -= 1
      }
    }
  }
}
