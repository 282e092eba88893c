internal import Kernels

extension CPUBackend {
  package func accumulate(_ x: StridedView, scale: Double, into out: StridedView) {
    switch out.dtype {
    case .float32: accumulate(Float(scale), x, into: out) { $1 + $0 * $2 }
    case .float64: accumulate(scale, x, into: out) { $1 + $0 * $2 }
    case .int64: accumulate(Int64(scale), x, into: out) { $1 &+ $0 &* $2 }
    case .int32: accumulate(Int32(scale), x, into: out) { $1 &+ $0 &* $2 }
    case .uint8: accumulate(UInt8(truncatingIfNeeded: Int(scale)), x, into: out) { $1 &+ $0 &* $2 }
    case .bool: accumulate(scale != 0, x, into: out) { $1 || $0 && $2 }
    }
  }

  @inline(__always)
  private func accumulate<T: Element>(
    _ scale: T, _ x: StridedView, into out: StridedView, _ f: (T, T, T) -> T
  ) {
    let (source, sum) = (UnsafePointer(x.pointer(T.self)), out.pointer(T.self))
    forEachRow(x, out) { offsets, steps, count in
      updateRow(
        sum + offsets[1], steps[1], source + offsets[0], steps[0], count: count
      ) { f(scale, $0, $1) }
    }
  }
}
