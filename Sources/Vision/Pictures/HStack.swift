import Tensors

/// Puts tensors side by side: along the second axis, or the only one. (NumPy: `np.hstack`.)
///
///     hstack([photo, edges]).shape  // [222, 442, 3]
///
/// For pictures `[height, width, channels]` that is from left to right.
public func hstack(_ tensors: [Tensor]) -> Tensor {
  cat(tensors, dim: tensors.first.map { $0.ndim > 1 } == true ? 1 : 0)
}
