internal import Kernels

extension CPUBackend {
  package func sort(
    _ input: StridedView, axis: Int, descending: Bool, values: StridedView, indices: StridedView
  ) {
    switch input.dtype {
    case .float32: sort(Float.self, input, axis, descending, values, indices)
    case .float64: sort(Double.self, input, axis, descending, values, indices)
    case .int64: sort(Int64.self, input, axis, descending, values, indices)
    case .int32: sort(Int32.self, input, axis, descending, values, indices)
    case .uint8, .bool: sort(UInt8.self, input, axis, descending, values, indices)
    }
  }

  private func sort<T: Element & Comparable>(
    _: T.Type, _ input: StridedView, _ axis: Int, _ descending: Bool, _ values: StridedView,
    _ indices: StridedView
  ) {
    let source = UnsafePointer(input.pointer(T.self))
    let (sorted, places) = (values.pointer(T.self), indices.pointer(Int64.self))
    forEachRow(input.without(axis), values.without(axis), indices.without(axis)) {
      offsets, steps, count in
      for i in 0..<count {
        let start = offsets &+ steps &* SIMD4(repeating: i)
        sortRow(
          source + start[0], step: input.strides[axis], count: input.shape[axis],
          descending: descending, values: sorted + start[1], valueStep: values.strides[axis],
          places: places + start[2], placeStep: indices.strides[axis])
      }
    }
  }
}
