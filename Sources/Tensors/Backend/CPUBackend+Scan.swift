internal import Kernels

extension CPUBackend {
  package func scan(
    _ reduction: Reduction, _ input: StridedView, axis: Int, into out: StridedView
  ) {
    switch input.dtype {
    case .float32: scanReal(Float.self, reduction, input, axis, out)
    case .float64: scanReal(Double.self, reduction, input, axis, out)
    case .int64: scanWhole(Int64.self, reduction, input, axis, out)
    case .int32: scanWhole(Int32.self, reduction, input, axis, out)
    case .uint8, .bool: scanWhole(UInt8.self, reduction, input, axis, out)
    }
  }

  /// In double precision, as PyTorch does.
  private func scanReal<T: Arithmetic>(
    _: T.Type, _ reduction: Reduction, _ input: StridedView, _ axis: Int, _ out: StridedView
  ) {
    let finish: (Double) -> T = { T(converting: $0) }
    if reduction == .product {
      scan(input, axis, out, 1.0, { $0 * ($1 as T).asDouble }, finish)
    } else {
      scan(input, axis, out, 0.0, { $0 + ($1 as T).asDouble }, finish)
    }
  }

  private func scanWhole<T: Arithmetic>(
    _: T.Type, _ reduction: Reduction, _ input: StridedView, _ axis: Int, _ out: StridedView
  ) {
    if reduction == .product {
      scan(input, axis, out, 1 as Int64, { $0 &* ($1 as T).asInt64 }) { $0 }
    } else {
      scan(input, axis, out, 0 as Int64, { $0 &+ ($1 as T).asInt64 }) { $0 }
    }
  }

  @inline(__always)
  private func scan<T: Element, State, R: Element>(
    _ input: StridedView, _ axis: Int, _ out: StridedView, _ initial: State,
    _ next: (State, T) -> State, _ finish: (State) -> R
  ) {
    let (source, target) = (UnsafePointer(input.pointer(T.self)), out.pointer(R.self))
    let (step, outStep, length) = (input.strides[axis], out.strides[axis], input.shape[axis])
    forEachRow(input.without(axis), out.without(axis)) { offsets, steps, count in
      for i in 0..<count {
        scanRow(
          source + (offsets[0] + i &* steps[0]), step: step,
          into: target + (offsets[1] + i &* steps[1]), outStep, count: length, initial, next,
          finish)
      }
    }
  }
}

extension StridedView {
  /// The elements at the start of an axis, without that axis.
  func without(_ axis: Int) -> StridedView {
    var (shape, strides) = (self.shape, self.strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return with(shape, strides: strides)
  }
}
