internal import BlockTasks
internal import Kernels
internal import Tensors

/// A Winograd convolution of few images, of which only the sums at each position are in memory: the
/// outputs of sixteen channels are made of them when they are needed.
final class TransformedPlanes: Planes, @unchecked Sendable {
  private let tiles: ChannelTiles
  private let sums: PositionMatrices
  private let biases: LaneNumbers?

  /// The convolution of images that lie one after the other or are known as planes.
  init(_ tiles: ChannelTiles, _ input: StridedView, weight: StridedView, bias: StridedView?) {
    self.tiles = tiles
    sums = tiles.matrices(tiles.output)
    biases = bias.map { LaneNumbers($0, tiles.output) }
    super.init(tiles.output)
    let sources = Self.transform(input.planes(tiles.input), tiles)
    let weight = tiles.transformed(weight)
    // What a position takes in instructions, more or less.
    let work = tiles.shape.weightCount / 9 * shape.batch * shape.places / 16
    parallelFor(count: TileLayout.positions, grain: max(1, min(36, (1 << 16) / max(1, work)))) {
      for position in $0 { tiles.multiply(sources, weight, into: sums, at: position) }
    }
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    var task = tiles.task(tile, shape, sums, index)
    task.bias = biases?[index.channel]
    fast.winograd.transformOutput(task)
    return Source(tile)
  }

  private static func transform(_ input: Planes, _ tiles: ChannelTiles) -> PositionMatrices {
    let sources = tiles.matrices(tiles.input)
    let (shape, window) = (input.shape, tiles.shape)
    parallelFor(count: shape.planes, grain: 1) { range in
      withTile(places: shape.places) { tile in
        for number in range {
          let (block, channel) = number.quotientAndRemainder(dividingBy: shape.depth)
          let index = PlaneIndex(block: block, channel: channel)
          let plane = UnsafeMutablePointer(mutating: input.plane(index, in: tile))
          var task = tiles.task(plane, shape, sources, index)
          task.origin = (-window.rows.paddingBefore, -window.columns.paddingBefore)
          fast.winograd.transformInput(task)
        }
      }
    }
    return sources
  }
}
