extension CPUBackend {
  package func choose(
    _ condition: StridedView, _ a: StridedView, _ b: StridedView, into out: StridedView
  ) {
    switch out.dtype {
    case .float32: choose(Float.self, condition, a, b, into: out)
    case .float64: choose(Double.self, condition, a, b, into: out)
    case .int64: choose(Int64.self, condition, a, b, into: out)
    case .int32: choose(Int32.self, condition, a, b, into: out)
    case .uint8: choose(UInt8.self, condition, a, b, into: out)
    case .bool: choose(Bool.self, condition, a, b, into: out)
    }
  }

  private func choose<T: Element>(
    _: T.Type, _ condition: StridedView, _ a: StridedView, _ b: StridedView, into out: StridedView
  ) {
    let test = condition.pointer(Bool.self)
    let (x, y, z) = (a.pointer(T.self), b.pointer(T.self), out.pointer(T.self))
    forEachRow(condition, a, b, out) { offsets, steps, count in
      for i in 0..<count {
        z[offsets[3] &+ i &* steps[3]] =
          test[offsets[0] &+ i &* steps[0]]
          ? x[offsets[1] &+ i &* steps[1]] : y[offsets[2] &+ i &* steps[2]]
      }
    }
  }
}
