internal import BlockTasks
internal import Tensors

/// Planes of images that lie one after the other.
final class PackedPlanes: Planes, @unchecked Sendable {
  private let images: StridedView
  private let first: Source

  /// The images of a contiguous view with the elements `[batch, channels, rows, columns]`.
  init(_ images: StridedView, _ shape: BlockShape) {
    self.images = images
    first = Source(images.pointer(Float.self))
    super.init(shape)
  }

  override func lasting() -> Planes { stored() }

  /// Whether these are the same images in the same blocks.
  func isSame(as other: Planes) -> Bool {
    guard let other = other as? PackedPlanes else { return false }
    return first == other.first && shape == other.shape
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fast.pack(
      first + shape.first(of: index) * shape.places, shape.laneStep * shape.places, tile,
      shape.places, shape.lanes(of: index))
    return Source(tile)
  }
}
