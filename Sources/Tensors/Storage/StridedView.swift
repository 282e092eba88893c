/// How a tensor looks at its storage: what backends and kernels are given.
package struct StridedView: Sendable {
  package var storage: Storage
  /// Elements before the first one.
  package var offset: Int
  /// Sizes and strides.
  package var axes: AxisLayout
  package var dtype: DType

  @inline(__always)
  package init(storage: Storage, offset: Int, axes: AxisLayout, dtype: DType) {
    self.storage = storage
    self.offset = offset
    self.axes = axes
    self.dtype = dtype
  }

  package init(storage: Storage, offset: Int, shape: Shape, strides: Shape, dtype: DType) {
    let axes = AxisLayout(shape, strides: strides)
    self.init(storage: storage, offset: offset, axes: axes, dtype: dtype)
  }

  /// A view of new memory with unknown contents, in reading order.
  package init(empty shape: Shape, _ dtype: DType, device: Device) {
    self.init(empty: AxisLayout(contiguous: shape), dtype, device: device)
  }

  /// A view of new memory with the shape of another view, in reading order.
  package init(emptyLike other: borrowing StridedView, _ dtype: DType) {
    let axes = other.axes.isContiguous ? other.axes : AxisLayout(contiguous: other.shape)
    self.init(empty: axes, dtype, device: other.storage.device)
  }

  /// A view of new memory with elements in reading order.
  init(empty axes: AxisLayout, _ dtype: DType, device: Device) {
    let storage = Storage(byteCount: axes.count * dtype.byteCount, device: device)
    self.init(storage: storage, offset: 0, axes: axes, dtype: dtype)
  }

  /// The size of each axis.
  @inline(__always)
  package var shape: Shape { axes.shape }

  /// Elements to step over along each axis.
  @inline(__always)
  package var strides: Shape { axes.strides }

  /// Number of elements.
  package var count: Int { axes.count }

  /// Whether the elements lie in reading order without gaps.
  @inline(__always)
  package var isContiguous: Bool { axes.isContiguous }

  /// The same storage seen with other axes.
  package func with(_ shape: Shape, strides: Shape) -> StridedView {
    StridedView(
      storage: storage, offset: offset, shape: shape, strides: strides, dtype: dtype)
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
      strides[lead + axis] = axes.strides[axis]
    }
    return with(target, strides: strides)
  }

  /// The same elements repeated to the shape of another view.
  @inline(__always)
  package func expanded(like other: borrowing StridedView) -> StridedView {
    axes === other.axes ? self : expanded(to: other.shape)
  }
}
