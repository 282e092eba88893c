extension CPUBackend {
  package func fill(_ out: StridedView, _ value: Scalar) {
    switch out.dtype {
    case .bool: fill(out, value.element(Bool.self))
    case .uint8: fill(out, value.element(UInt8.self))
    case .int32: fill(out, value.element(Int32.self))
    case .int64: fill(out, value.element(Int64.self))
    case .float32: fill(out, value.element(Float.self))
    case .float64: fill(out, value.element(Double.self))
    }
  }

  private func fill<T: Element>(_ out: StridedView, _ value: T) {
    let pointer = out.pointer(T.self)
    if out.isContiguous { return pointer.update(repeating: value, count: out.count) }
    forEachRow(out) { offsets, steps, count in
      for i in 0..<count { pointer[offsets[0] &+ i &* steps[0]] = value }
    }
  }

  package func copy(_ input: StridedView, into out: StridedView) {
    switch input.dtype {
    case .bool: copy(from: Bool.self, input, into: out)
    case .uint8: copy(from: UInt8.self, input, into: out)
    case .int32: copy(from: Int32.self, input, into: out)
    case .int64: copy(from: Int64.self, input, into: out)
    case .float32: copy(from: Float.self, input, into: out)
    case .float64: copy(from: Double.self, input, into: out)
    }
  }

  private func copy<S: Element>(from type: S.Type, _ input: StridedView, into out: StridedView) {
    switch out.dtype {
    case .bool: copy(S.self, to: Bool.self, input, into: out)
    case .uint8: copy(S.self, to: UInt8.self, input, into: out)
    case .int32: copy(S.self, to: Int32.self, input, into: out)
    case .int64: copy(S.self, to: Int64.self, input, into: out)
    case .float32: copy(S.self, to: Float.self, input, into: out)
    case .float64: copy(S.self, to: Double.self, input, into: out)
    }
  }

  private func copy<S: Element, D: Element>(
    _: S.Type, to: D.Type, _ input: StridedView, into out: StridedView
  ) {
    map(input, out, Conversion<S, D>())
  }
}
