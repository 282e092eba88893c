internal import Kernels

extension CPUBackend {
  package func reduce(
    _ reduction: Reduction, _ input: StridedView, trailing axes: Int, into out: StridedView
  ) {
    switch input.dtype {
    case .float32: reduceReal(Float.self, reduction, input, axes, out, sumRow)
    case .float64: reduceReal(Double.self, reduction, input, axes, out, sumRow)
    case .int64: reduceWhole(Int64.self, reduction, input, axes, out)
    case .int32: reduceWhole(Int32.self, reduction, input, axes, out)
    case .uint8: reduceWhole(UInt8.self, reduction, input, axes, out)
    case .bool: reduceWhole(UInt8.self, reduction, input, axes, out)
    }
  }

  private func reduceReal<T: Arithmetic>(
    _: T.Type, _ reduction: Reduction, _ input: StridedView, _ axes: Int, _ out: StridedView,
    _ sumRow: (UnsafePointer<T>, Int, Int) -> Double
  ) {
    typealias Row = (Double, UnsafePointer<T>, Int, Int) -> Double
    switch reduction {
    case .sum:
      if sumColumns(input, axes, into: out) { return }
      let row: Row = { $0 + sumRow($1, $2, $3) }
      fold(input, axes, out, 0.0, row) { T(converting: $0) }
    case .product:
      let row: Row = { foldRow($1, step: $2, count: $3, $0) { $0 * $1.asDouble } }
      fold(input, axes, out, 1.0, row) { T(converting: $0) }
    case .maximum, .minimum, .any, .all: reduceOrdered(T.self, reduction, input, axes, out)
    }
  }

  private func reduceWhole<T: Arithmetic>(
    _: T.Type, _ reduction: Reduction, _ input: StridedView, _ axes: Int, _ out: StridedView
  ) {
    typealias Row = (Int64, UnsafePointer<T>, Int, Int) -> Int64
    switch reduction {
    case .sum:
      let row: Row = { foldRow($1, step: $2, count: $3, $0) { $0 &+ $1.asInt64 } }
      fold(input, axes, out, 0 as Int64, row) { $0 }
    case .product:
      let row: Row = { foldRow($1, step: $2, count: $3, $0) { $0 &* $1.asInt64 } }
      fold(input, axes, out, 1 as Int64, row) { $0 }
    case .maximum, .minimum, .any, .all: reduceOrdered(T.self, reduction, input, axes, out)
    }
  }

  private func reduceOrdered<T: Arithmetic>(
    _: T.Type, _ reduction: Reduction, _ input: StridedView, _ axes: Int, _ out: StridedView
  ) {
    typealias Row = (T?, UnsafePointer<T>, Int, Int) -> T?
    typealias Test = (Bool, UnsafePointer<T>, Int, Int) -> Bool
    let zero = T(converting: 0 as Int64)
    switch reduction {
    case .any:
      let row: Test = { foldRow($1, step: $2, count: $3, $0) { $0 || $1 != zero } }
      fold(input, axes, out, false, row) { $0 }
    case .all:
      let row: Test = { foldRow($1, step: $2, count: $3, $0) { $0 && $1 != zero } }
      fold(input, axes, out, true, row) { $0 }
    case .minimum:
      let row: Row = { foldRow($1, step: $2, count: $3, $0) { T.smaller($0 ?? $1, $1) } }
      fold(input, axes, out, nil, row) { $0 ?? zero }
    default:
      let row: Row = { foldRow($1, step: $2, count: $3, $0) { T.larger($0 ?? $1, $1) } }
      fold(input, axes, out, nil, row) { $0 ?? zero }
    }
  }

  /// Folds the last `axes` axes of `input` into each element of `out`, which has the others.
  @inline(__always)
  private func fold<T: Element, State, R: Element>(
    _ input: StridedView, _ axes: Int, _ out: StridedView, _ initial: State,
    _ row: (State, UnsafePointer<T>, _ step: Int, _ count: Int) -> State,
    _ finish: (State) -> R
  ) {
    let kept = input.shape.count - axes
    let region = StridedLoop(axes: axes, size: { input.shape[kept + $0] }) {
      SIMD4(input.strides[kept + $0], 0, 0, 0)
    }
    let loop = StridedLoop(axes: kept, size: { input.shape[$0] }) {
      SIMD4(input.strides[$0], out.strides[$0], 0, 0)
    }
    let (source, target) = (UnsafePointer(input.pointer(T.self)), out.pointer(R.self))
    let work = max(1, region.rows * region.rowCount)
    func element(_ from: Int, _ to: Int) {
      var state = initial
      region.forEachRow(in: 0..<region.rows) { offsets in
        state = row(state, source + (from + offsets[0]), region.rowStrides[0], region.rowCount)
      }
      target[to] = finish(state)
    }
    let steps = loop.rowStrides
    if loop.rows == 1 {
      parallelFor(count: loop.rowCount, grain: max(1, Self.grain / work)) { part in
        for i in part { element(i &* steps[0], i &* steps[1]) }
      }
    } else {
      parallelFor(count: loop.rows, grain: max(1, Self.grain / (work * max(1, loop.rowCount)))) {
        loop.forEachRow(in: $0) { offsets in
          for i in 0..<loop.rowCount {
            element(offsets[0] + i &* steps[0], offsets[1] + i &* steps[1])
          }
        }
      }
    }
  }
}
