internal import BlockTasks
internal import Kernels
internal import Synchronization
internal import Tensors

/// A convolution without gradients, of which a thread computes all planes of a block when something
/// after it is computed for that block, and forgets them then.
///
/// So a block goes through a whole network in the cache of one core: the outputs of a convolution
/// are larger than any cache, and what follows makes them small. Should they be needed a second
/// time, they are put into memory.
final class DeferredPlanes: Planes, @unchecked Sendable {
  private let input: Planes
  private let convolve: (_ block: Int, _ planes: Target) -> Void
  /// How many blocks were computed and forgotten.
  private let forgotten = Mutex(0)
  private let storing = Mutex(())

  /// A convolution of planes.
  ///
  /// - Parameters:
  ///   - convolve: Computes all planes of a block, which shall follow each other without gaps.
  init(
    _ shape: BlockShape, of input: Planes,
    convolve: @escaping (_ block: Int, _ planes: Target) -> Void
  ) {
    self.input = input
    self.convolve = convolve
    super.init(shape)
  }

  /// Whether there are blocks enough for threads to share them.
  static func takes(_ shape: BlockShape) -> Bool { !isGradEnabled && shape.blocks >= 8 }

  override var isDeferred: Bool {
    inMemory == nil && forgotten.withLock { $0 } < shape.blocks
  }

  override func prepare() {
    if inMemory != nil { return }
    if isDeferred { input.prepare() } else { settle() }
  }

  override func settle() { _ = stored() }

  override func withBlock(_ block: Int, _ body: () -> Void) {
    guard isDeferred else { return body() }
    withTile(places: shape.depth * shape.places) { planes in
      convolve(block, planes)
      forgotten.withLock { $0 += 1 }
      HeldBlocks.current.with(HeldBlock(owner: self, block: block, planes: planes), body)
    }
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    if let planes = HeldBlocks.current.planes(of: self, block: index.block) {
      return Source(planes + index.channel * shape.places * BlockShape.lanes)
    }
    return stored().compute(index, in: tile)
  }

  override func stored(_ margins: Margins = Margins()) -> StoredPlanes {
    if margins != Margins() { return super.stored(margins) }
    return storing.withLock { _ in
      if let known = inMemory, known.margins == margins { return known }
      input.prepare()
      let planes = StoredPlanes(shape)
      parallelFor(count: shape.blocks, grain: 1) { range in
        for block in range {
          convolve(block, planes.start(PlaneIndex(block: block, channel: 0)))
        }
      }
      kept.planes = planes
      return planes
    }
  }
}
