extension Tensor {
  /// A tensor of zeros with the shape, type and device of another.
  public static func zeros(
    like other: Tensor, dtype: DType? = nil, requiresGrad: Bool = false
  ) -> Tensor {
    zeros(
      other.shape, dtype: dtype ?? other.dtype, device: other.device, requiresGrad: requiresGrad)
  }

  /// A tensor of ones with the shape, type and device of another.
  public static func ones(
    like other: Tensor, dtype: DType? = nil, requiresGrad: Bool = false
  ) -> Tensor {
    ones(
      other.shape, dtype: dtype ?? other.dtype, device: other.device, requiresGrad: requiresGrad)
  }

  /// A tensor with unknown elements and the shape, type and device of another.
  public static func empty(like other: Tensor, dtype: DType? = nil) -> Tensor {
    Tensor(StridedView(emptyLike: other.layout, dtype ?? other.dtype))
  }

  /// A tensor of one value with the shape, type and device of another.
  public static func full<S: TensorScalar>(
    like other: Tensor, _ value: S, dtype: DType? = nil, requiresGrad: Bool = false
  ) -> Tensor {
    full(
      other.shape, value, dtype: dtype ?? other.dtype, device: other.device,
      requiresGrad: requiresGrad)
  }
}
