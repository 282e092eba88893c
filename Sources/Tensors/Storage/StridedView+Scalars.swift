extension StridedView {
  /// One element, `index` elements into the storage.
  func scalar(at index: Int) -> Scalar {
    switch dtype {
    case .bool: .bool(storage.base.load(fromByteOffset: index, as: Bool.self))
    case .uint8: .int(Int(storage.base.load(fromByteOffset: index, as: UInt8.self)))
    case .int32: .int(Int(storage.base.load(fromByteOffset: 4 * index, as: Int32.self)))
    case .int64: .int(Int(storage.base.load(fromByteOffset: 8 * index, as: Int64.self)))
    case .float32: .float(Double(storage.base.load(fromByteOffset: 4 * index, as: Float.self)))
    case .float64: .float(storage.base.load(fromByteOffset: 8 * index, as: Double.self))
    }
  }

  /// Stores `scalars` in the elements of this contiguous view.
  func store<S: TensorScalar>(_ scalars: [S]) {
    switch dtype {
    case .bool: store(scalars, as: Bool.self)
    case .uint8: store(scalars, as: UInt8.self)
    case .int32: store(scalars, as: Int32.self)
    case .int64: store(scalars, as: Int64.self)
    case .float32: store(scalars, as: Float.self)
    case .float64: store(scalars, as: Double.self)
    }
  }

  private func store<S: TensorScalar, T: Element>(_ scalars: [S], as type: T.Type) {
    if S.self == T.self {
      // The types are one and the same; `as? [T]` would ask every element for its own.
      let same = unsafeBitCast(scalars, to: [T].self)
      same.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { pointer(T.self).update(from: start, count: count) }
      }
      return
    }
    let target = pointer(T.self)
    for (i, value) in scalars.enumerated() { target[i] = value.scalar.element(T.self) }
  }

  /// The elements of this contiguous view.
  func load<S: TensorScalar>(as type: S.Type) -> [S] {
    switch dtype {
    case .bool: load(Bool.self, as: S.self)
    case .uint8: load(UInt8.self, as: S.self)
    case .int32: load(Int32.self, as: S.self)
    case .int64: load(Int64.self, as: S.self)
    case .float32: load(Float.self, as: S.self)
    case .float64: load(Double.self, as: S.self)
    }
  }

  private func load<T: Element & TensorScalar, S: TensorScalar>(
    _: T.Type, as type: S.Type
  ) -> [S] {
    let source = UnsafeBufferPointer(start: UnsafePointer(pointer(T.self)), count: count)
    if T.self == S.self { return unsafeBitCast(Array(source), to: [S].self) }
    return source.map { S($0.scalar) }
  }
}
