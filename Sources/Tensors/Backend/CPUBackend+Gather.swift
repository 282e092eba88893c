internal import Kernels

extension CPUBackend {
  package func gather(_ input: StridedView, _ places: StridedView, into out: StridedView) {
    let bytes = input.shape[2] * input.dtype.byteCount
    let (size, count) = (input.shape[1], places.count)
    let (index, width) = (places.pointer(Int64.self), input.dtype.byteCount)
    let source = UnsafeRawPointer(input.storage.base + input.offset * width)
    let target = out.storage.base + out.offset * width
    // Rows from anywhere are waited for, so fewer are worth a thread than in other loops.
    let grain = max(1, Self.grain / 4 / max(input.shape[2], 1))
    parallelFor(count: out.shape[0] * count, grain: grain) { part in
      for row in part {
        let from = row / count * size + Int(index[row % count])
        target.advanced(by: row * bytes)
          .copyMemory(from: source.advanced(by: from * bytes), byteCount: bytes)
      }
    }
  }

  package func scatter(
    _ source: StridedView, _ places: StridedView, into out: StridedView, accumulating: Bool
  ) {
    switch out.dtype {
    case .bool, .uint8: scatter(UInt8.self, source, places, out, accumulating)
    case .int32: scatter(Int32.self, source, places, out, accumulating)
    case .int64: scatter(Int64.self, source, places, out, accumulating)
    case .float32: scatter(Float.self, source, places, out, accumulating)
    case .float64: scatter(Double.self, source, places, out, accumulating)
    }
  }

  /// One thread alone: places may repeat.
  private func scatter<T: Arithmetic>(
    _: T.Type, _ source: StridedView, _ places: StridedView, _ out: StridedView,
    _ accumulating: Bool
  ) {
    let (count, length) = (places.count, out.shape[2])
    let (rows, index) = (source.pointer(T.self), places.pointer(Int64.self))
    let target = out.pointer(T.self)
    for row in 0..<out.shape[0] * count {
      let from = rows + row * length
      let to = target + (row / count * out.shape[1] + Int(index[row % count])) * length
      if accumulating {
        updateRow(to, 1, from, 1, count: length) { T.sum($0, $1) }
      } else {
        to.update(from: from, count: length)
      }
    }
  }
}
