internal import Kernels

extension CPUBackend {
  package func indexOfExtreme(
    _ reduction: Reduction, _ input: StridedView, values: StridedView?, indices: StridedView
  ) {
    switch input.dtype {
    case .float32: indexOfExtreme(Float.self, reduction, input, values, indices)
    case .float64: indexOfExtreme(Double.self, reduction, input, values, indices)
    case .int64: indexOfExtreme(Int64.self, reduction, input, values, indices)
    case .int32: indexOfExtreme(Int32.self, reduction, input, values, indices)
    case .uint8, .bool: indexOfExtreme(UInt8.self, reduction, input, values, indices)
    }
  }

  private func indexOfExtreme<T: Arithmetic>(
    _: T.Type, _ reduction: Reduction, _ input: StridedView, _ values: StridedView?,
    _ indices: StridedView
  ) {
    let last = input.shape.count - 1
    let (step, count) = (input.strides[last], input.shape[last])
    var (shape, strides) = (input.shape, input.strides)
    shape.remove(at: last)
    strides.remove(at: last)
    let rows = input.with(shape, strides: strides)
    let source = UnsafePointer(input.pointer(T.self))
    let (found, places) = (values?.pointer(T.self), indices.pointer(Int64.self))
    forEachRow(rows, indices, values ?? indices) { offsets, steps, length in
      for i in 0..<length {
        let row = source + (offsets[0] + i &* steps[0])
        let place =
          reduction == .maximum
          ? indexOfMaximum(row, step: step, count: count)
          : indexOfMinimum(row, step: step, count: count)
        places[offsets[1] + i &* steps[1]] = Int64(place)
        found?[offsets[2] + i &* steps[2]] = row[place &* step]
      }
    }
  }
}
