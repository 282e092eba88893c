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

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    let image = shape.channels * shape.places
    fast.pack(
      first + index.block * BlockShape.lanes * image + index.channel * shape.places, image, tile,
      shape.places, shape.lanes(of: index.block))
    return Source(tile)
  }
}
