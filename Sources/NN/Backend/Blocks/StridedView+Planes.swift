internal import Tensors

extension StridedView {
  /// The planes that this view's elements are known as, all of them in reading order.
  var planes: Planes? {
    guard let planes = storage.promise as? Planes, offset == 0, isContiguous,
      planes.shape.count == count
    else { return nil }
    return planes
  }

  /// The planes of the given sizes that this contiguous view of float32 holds.
  func planes(_ shape: BlockShape) -> Planes {
    if let planes, planes.shape == shape { return planes }
    return PackedPlanes(self, shape)
  }

  /// Leaves planes in place of elements that nobody has looked at.
  func leave(_ planes: Planes) { storage.leave(planes) }
}
