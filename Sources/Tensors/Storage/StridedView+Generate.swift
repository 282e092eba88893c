extension StridedView {
  /// Stores what `next` gives in the elements of this contiguous view, in order.
  func generate<T: Element>(_ type: T.Type, _ next: () -> T) {
    let target = pointer(T.self)
    for i in 0..<count { target[i] = next() }
  }

  /// The same, converted to the view's type.
  func generate<S: TensorScalar>(_ next: () -> S) {
    switch dtype {
    case .bool: generate(Bool.self) { next().scalar.element() }
    case .uint8: generate(UInt8.self) { next().scalar.element() }
    case .int32: generate(Int32.self) { next().scalar.element() }
    case .int64: generate(Int64.self) { next().scalar.element() }
    case .float32: generate(Float.self) { next().scalar.element() }
    case .float64: generate(Double.self) { next().scalar.element() }
    }
  }

  /// Fills this contiguous view with uniform numbers and turns them into normal ones in blocks; a
  /// rest that fills no block is drawn again together with the numbers before it.
  func generateNormal<T: Element>(
    _ uniform: () -> T, _ transform: (UnsafeMutablePointer<T>) -> Void
  ) {
    generate(T.self, uniform)
    let start = pointer(T.self)
    let block = NormalBlock.count
    for first in stride(from: 0, through: count - block, by: block) { transform(start + first) }
    if count % block != 0 {
      let last = start + (count - block)
      for i in 0..<block { last[i] = uniform() }
      transform(last)
    }
  }
}
