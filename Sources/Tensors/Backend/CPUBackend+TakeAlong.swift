internal import Kernels

/// What happens where several elements are put at one place.
package enum Putting: Sendable {
  /// The last one stays.
  case replacing
  /// They are added to what is there.
  case adding
}

extension CPUBackend {
  package func take(
    _ input: StridedView, _ places: StridedView, along axis: Int, into out: StridedView
  ) {
    switch input.dtype {
    case .bool, .uint8: take(UInt8.self, input, places, axis, out)
    case .int32: take(Int32.self, input, places, axis, out)
    case .int64: take(Int64.self, input, places, axis, out)
    case .float32: take(Float.self, input, places, axis, out)
    case .float64: take(Double.self, input, places, axis, out)
    }
  }

  private func take<T: Element>(
    _: T.Type, _ input: StridedView, _ places: StridedView, _ axis: Int, _ out: StridedView
  ) {
    let (source, target) = (input.pointer(T.self), out.pointer(T.self))
    let (index, step) = (places.pointer(Int64.self), input.strides[axis])
    forEachRow(places, input.crossing(axis, places.shape), out) { offsets, steps, count in
      for i in 0..<count {
        let at = offsets &+ steps &* SIMD4(repeating: i)
        target[at[2]] = source[at[1] + Int(index[at[0]]) &* step]
      }
    }
  }

  package func put(
    _ source: StridedView, _ places: StridedView, along axis: Int, into out: StridedView,
    _ putting: Putting
  ) {
    switch out.dtype {
    case .bool, .uint8: put(UInt8.self, source, places, axis, out, putting)
    case .int32: put(Int32.self, source, places, axis, out, putting)
    case .int64: put(Int64.self, source, places, axis, out, putting)
    case .float32: put(Float.self, source, places, axis, out, putting)
    case .float64: put(Double.self, source, places, axis, out, putting)
    }
  }

  /// One thread alone: places may repeat, and sums have a fixed order.
  private func put<T: Arithmetic>(
    _: T.Type, _ source: StridedView, _ places: StridedView, _ axis: Int, _ out: StridedView,
    _ putting: Putting
  ) {
    let (from, target) = (source.pointer(T.self), out.pointer(T.self))
    let (index, step) = (places.pointer(Int64.self), out.strides[axis])
    let across = out.crossing(axis, places.shape)
    let loop = StridedLoop(axes: places.shape.count, size: { places.shape[$0] }) {
      SIMD4(places.strides[$0], across.strides[$0], source.strides[$0], 0)
    }
    loop.forEachRow(in: 0..<loop.rows) { offsets in
      for i in 0..<loop.rowCount {
        let at = offsets &+ loop.rowStrides &* SIMD4(repeating: i)
        let place = at[1] + Int(index[at[0]]) &* step
        switch putting {
        case .replacing: target[place] = from[at[2]]
        case .adding: target[place] = T.sum(target[place], from[at[2]])
        }
      }
    }
  }
}

extension StridedView {
  /// The starts of the rows along an axis, each repeated along it: an index is added to them.
  fileprivate func crossing(_ axis: Int, _ shape: Shape) -> StridedView {
    var strides = self.strides
    strides[axis] = 0
    return with(shape, strides: strides)
  }
}
