/// How a tensor looks at its storage: what backends and kernels are given.
package struct StridedView: Sendable {
  package var storage: Storage
  /// Elements before the first one.
  package var offset: Int
  package var shape: Shape
  /// Elements to step over along each axis.
  package var strides: Shape
  package var dtype: DType

  @inline(__always)
  package init(storage: Storage, offset: Int, shape: Shape, strides: Shape, dtype: DType) {
    self.storage = storage
    self.offset = offset
    self.shape = shape
    self.strides = strides
    self.dtype = dtype
  }

  /// A view of new memory with unknown contents, in reading order.
  package init(empty shape: Shape, _ dtype: DType, device: Device) {
    let bytes = shape.elementCount * dtype.byteCount
    self.init(
      storage: Storage(byteCount: bytes, device: device), offset: 0, shape: shape,
      strides: shape.contiguousStrides, dtype: dtype)
  }

  package var count: Int { shape.elementCount }

  /// Whether the elements lie in reading order without gaps.
  package var isContiguous: Bool {
    var step = 1
    for axis in (0..<shape.count).reversed() where shape[axis] != 1 {
      if strides[axis] != step { return shape.elementCount == 0 }
      step *= shape[axis]
    }
    return true
  }

  /// The first element, as its Swift type; `T` must be that of `dtype`.
  @inline(__always)
  package func pointer<T: Element>(_ type: T.Type = T.self) -> UnsafeMutablePointer<T> {
    storage.base.assumingMemoryBound(to: T.self) + offset
  }

  /// The same elements seen with another shape, repeating axes of size one where it is larger.
  package func expanded(to target: Shape) -> StridedView {
    if shape == target { return self }
    var strides = Shape(repeating: 0, count: target.count)
    let lead = target.count - shape.count
    for axis in 0..<shape.count where shape[axis] != 1 {
      strides[lead + axis] = self.strides[axis]
    }
    return StridedView(
      storage: storage, offset: offset, shape: target, strides: strides, dtype: dtype)
  }
}
