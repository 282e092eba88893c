extension StridedView {
  /// The same elements in the same order with another shape, or nil when no strides allow it.
  ///
  /// Follows `computeStride` of PyTorch's aten/src/ATen/TensorUtils.cpp: axes that lie together in
  /// memory form chunks, and each chunk must be covered by whole new axes.
  func reshaped(to shape: Shape) -> StridedView? {
    var newStrides = shape.contiguousStrides
    if isContiguous { return with(shape, strides: newStrides) }
    let old = axes.shape
    var newAxis = shape.count - 1
    var chunkStride = strides[old.count - 1]
    var chunkCount = 1
    var covered = 1
    for axis in (0..<old.count).reversed() {
      chunkCount *= old[axis]
      let ends =
        axis == 0
        || old[axis - 1] != 1 && strides[axis - 1] != chunkCount * chunkStride
      guard ends else { continue }
      while newAxis >= 0, covered < chunkCount || shape[newAxis] == 1 {
        newStrides[newAxis] = covered * chunkStride
        covered *= shape[newAxis]
        newAxis -= 1
      }
      if covered != chunkCount { return nil }
      if axis > 0 {
        chunkStride = strides[axis - 1]
        chunkCount = 1
        covered = 1
      }
    }
    return newAxis == -1 ? with(shape, strides: newStrides) : nil
  }

  /// The axes in another order.
  func permuted(_ order: some Collection<Int>) -> StridedView {
    with(Shape(order.map { shape[$0] }), strides: Shape(order.map { strides[$0] }))
  }
}
