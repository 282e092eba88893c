extension StridedView {
  /// The same elements in the same order with another shape, or nil when no strides allow it.
  ///
  /// Follows `computeStride` of PyTorch's aten/src/ATen/TensorUtils.cpp: axes that lie together in
  /// memory form chunks, and each chunk must be covered by whole new axes.
  func reshaped(to shape: Shape) -> StridedView? {
    var result = self
    result.shape = shape
    result.strides = shape.contiguousStrides
    if isContiguous { return result }
    var newAxis = shape.count - 1
    var chunkStride = strides[self.shape.count - 1]
    var chunkCount = 1
    var covered = 1
    for axis in (0..<self.shape.count).reversed() {
      chunkCount *= self.shape[axis]
      let ends =
        axis == 0
        || self.shape[axis - 1] != 1 && strides[axis - 1] != chunkCount * chunkStride
      guard ends else { continue }
      while newAxis >= 0, covered < chunkCount || shape[newAxis] == 1 {
        result.strides[newAxis] = covered * chunkStride
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
    return newAxis == -1 ? result : nil
  }

  /// The axes in another order.
  func permuted(_ order: some Collection<Int>) -> StridedView {
    var result = self
    for (axis, source) in order.enumerated() {
      result.shape[axis] = shape[source]
      result.strides[axis] = strides[source]
    }
    return result
  }
}
