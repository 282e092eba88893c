internal import BlockTasks

/// Some rows of a block's tiles.
struct TileBand {
  private let firstRow: Int
  private let layout: TileLayout

  /// The given rows of tiles.
  init(_ rows: Range<Int>, of grid: TileGrid, lanes: Int) {
    firstRow = rows.lowerBound
    layout = TileLayout(rows: grid.rows.part(rows), columns: grid.columns, lanes: lanes)
  }

  /// Room for a matrix at each position with a row for each channel, for as long as `body` runs.
  func withMatrices(channels: Int, _ body: (TileMatrices) -> Void) {
    // A product may look at rows up to a multiple of sixteen. A few cache lines more than a
    // multiple of 4096 bytes: a transformation writes to many positions at once, and a cache holds
    // but eight lines whose addresses have the same last bits.
    let step = ((channels + 15) / 16 * 16 * layout.rowStep + 1023) / 1024 * 1024 + 5 * 16
    withTile(places: TileLayout.positions * step / BlockShape.lanes) { room in
      body(TileMatrices(start: room, layout: layout, channels: channels, positionStep: step))
    }
  }

  /// The task that makes the tiles of a channel from a plane, or the plane from the tiles.
  func task(
    _ plane: UnsafeMutablePointer<Float>, _ size: BlockShape, _ matrices: TileMatrices,
    channel: Int, padding: (row: Int, column: Int) = (0, 0)
  ) -> TileTask {
    var task = TileTask(
      plane: plane, tiles: matrices.start + channel * layout.rowStep, layout: layout)
    task.positionStep = matrices.positionStep
    task.size = (size.rows, size.columns)
    task.origin = (4 * firstRow - padding.row, -padding.column)
    return task
  }
}

/// A matrix for each position in a tile: a row holds one channel of all tiles.
struct TileMatrices {
  let start: UnsafeMutablePointer<Float>
  let layout: TileLayout
  let channels: Int
  let positionStep: Int

  /// The matrix of a position.
  subscript(position: Int) -> UnsafeMutablePointer<Float> { start + position * positionStep }

  /// Numbers of a row at a position, with the zeros that follow.
  func count(at position: Int) -> Int { (layout.count(at: position) + 15) / 16 * 16 }
}
