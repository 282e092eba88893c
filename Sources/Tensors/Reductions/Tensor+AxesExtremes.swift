extension Tensor {
  /// The largest element over axes, all of them for an empty list.
  ///
  /// Unlike `max(_:)` it takes several axes, gives no indices, and shares the gradient equally
  /// among equal elements.
  ///
  ///     Tensor([[1.0, 5], [3, 2]]).amax(dim: [0])  // tensor([3., 5.])
  public final func amax(dim: [Int] = [], keepDim: Bool = false) -> Tensor {
    extremes(.maximum, "amax", dim, keepDim)
  }

  /// The largest element along an axis.
  public final func amax(dim: Int, keepDim: Bool = false) -> Tensor {
    amax(dim: [dim], keepDim: keepDim)
  }

  /// The smallest element over axes, all of them for an empty list.
  public final func amin(dim: [Int] = [], keepDim: Bool = false) -> Tensor {
    extremes(.minimum, "amin", dim, keepDim)
  }

  /// The smallest element along an axis.
  public final func amin(dim: Int, keepDim: Bool = false) -> Tensor {
    amin(dim: [dim], keepDim: keepDim)
  }

  private func extremes(
    _ reduction: Reduction, _ name: String, _ dim: [Int], _ keepDim: Bool
  ) -> Tensor {
    let axes = axes(dim, in: name)
    if let axis = axes.first(where: { layout.shape[$0] == 0 }) {
      misuse("there are no elements along the axis", in: name, [Argument("self", self, at: axis)])
    }
    let values = reduced(reduction, axes, keepDim: keepDim, as: dtype)
    return recordExtremes(
      values, axes, reduction == .maximum ? "AmaxBackward0" : "AminBackward0")
  }
}
