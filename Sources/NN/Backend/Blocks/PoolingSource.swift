internal import BlockTasks
internal import Tensors

/// What a pooling's windows really slide over, since its loop can normalise, rectify and drop on its
/// way.
struct PoolingSource {
  /// The planes before all that.
  let values: Planes
  /// The normalisation, if there is one.
  let normalization: ScaledPlanes?
  private let mask: DropMask?

  /// Nil when the planes are no rectification, with or without a dropout after it.
  init?(_ input: Planes) {
    let dropped = input as? DroppedPlanes
    guard let rectified = (dropped?.input ?? input) as? RectifiedPlanes else { return nil }
    normalization = rectified.input as? ScaledPlanes
    values = normalization?.input ?? rectified.input
    mask = dropped?.mask
  }

  /// What is done to a plane.
  func terms(_ index: PlaneIndex) -> PoolingTerms {
    var terms = PoolingTerms()
    if let normalization {
      terms.scale = normalization.scale[index.channel]
      terms.shift = normalization.shift[index.channel]
    }
    if let mask {
      terms.key = mask.key(index.block * values.shape.depth + index.channel)
      (terms.threshold, terms.dropScale) = (mask.threshold, mask.scale)
    }
    return terms
  }
}
