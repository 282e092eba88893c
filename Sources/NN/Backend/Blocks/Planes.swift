internal import BlockTasks
internal import Kernels
public import Tensors

/// The loops of this processor.
let fast = InstructionSet.chosen.kernels

/// A batch of images as the fast loops see it: plane by plane, in blocks of sixteen images.
///
/// A subclass says how a plane comes about, often from planes of another batch: `relu` of a batch
/// norm of a convolution is three objects of which only the convolution has memory. A plane fits
/// the cache, so such a chain is worked off plane by plane without a trip to memory between its
/// steps, and only when somebody needs the result.
///
/// Everything a subclass holds never changes. Unchecked for the pointers in it.
class Planes: Promise, @unchecked Sendable {
  typealias Source = UnsafePointer<Float>
  typealias Target = UnsafeMutablePointer<Float>

  let shape: BlockShape
  let kept = KeptPlanes()

  init(_ shape: BlockShape) { self.shape = shape }

  /// Where the numbers of a plane are: in `tile`, which there is room in to compute them, or where
  /// they lie anyway.
  func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    fatalError("\(type(of: self)) has no planes")
  }

  /// The same, from memory if all planes were computed before.
  final func plane(_ index: PlaneIndex, in tile: Target) -> Source {
    kept.planes?.compute(index, in: tile) ?? compute(index, in: tile)
  }

  /// The planes that are in memory, if they are.
  var inMemory: StoredPlanes? { kept.planes }

  /// The planes that these are computed from, one by one.
  var source: Planes? { nil }

  /// Whether a convolution before these waits to be computed block by block.
  var isDeferred: Bool { inMemory == nil && source?.isDeferred ?? false }

  /// Runs `body`, in which planes of a block are asked for by the calling thread alone.
  func withBlock(_ block: Int, _ body: () -> Void) {
    if inMemory == nil, let source { source.withBlock(block, body) } else { body() }
  }

  /// Puts a convolution before these into memory if it was computed once and forgotten; to be called
  /// before threads share the work of computing these.
  func prepare() {
    if inMemory == nil { source?.prepare() }
  }

  /// Puts a convolution before these into memory, for whoever does not go block by block.
  func settle() {
    if inMemory == nil { source?.settle() }
  }

  /// The same planes, which stay as they are when the tensor that they came from is changed.
  func lasting() -> Planes { self }

  /// The sum of all planes of each channel, where it is known without looking at them.
  var channelSums: [Float]? { nil }

  /// All planes in memory, with at least the given margins.
  func stored(_ margins: Margins = Margins()) -> StoredPlanes {
    if let planes = kept.planes, planes.margins.cover(margins) { return planes }
    let planes = StoredPlanes(shape, margins)
    forEachIndex { index, tile in
      let place = margins == Margins() ? planes.start(index) : tile
      planes.store(plane(index, in: place), at: index)
    }
    kept.planes = planes
    return planes
  }

  /// Writes the images one after the other.
  final func fill(_ memory: UnsafeMutableRawPointer) {
    let images = memory.assumingMemoryBound(to: Float.self)
    let places = shape.places
    forEachIndex { index, tile in
      fast.unpack(
        plane(index, in: tile), images + shape.first(of: index) * places, shape.laneStep * places,
        places, shape.lanes(of: index))
    }
  }

  /// Calls `body` for every plane, with room for one; threads share the planes, or the blocks where
  /// those are computed at once.
  private func forEachIndex(_ body: (PlaneIndex, Target) -> Void) {
    prepare()
    if isDeferred {
      return parallelFor(count: shape.blocks, grain: 1) { range in
        for block in range {
          withBlock(block) {
            withTile(places: shape.places) { tile in
              for channel in 0..<shape.depth {
                body(PlaneIndex(block: block, channel: channel), tile)
              }
            }
          }
        }
      }
    }
    parallelFor(count: shape.planes, grain: shape.grain) { range in
      withTile(places: shape.places) { tile in
        for plane in range {
          let (block, channel) = plane.quotientAndRemainder(dividingBy: shape.depth)
          body(PlaneIndex(block: block, channel: channel), tile)
        }
      }
    }
  }
}
