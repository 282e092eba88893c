internal import BlockTasks

/// Some rows of a block's tiles.
struct TileBand {
  private let firstRow: Int
  private let layout: TileLayout

  init(_ rows: Range<Int>, columns: Int, lanes: Int) {
    firstRow = rows.lowerBound
    layout = TileLayout(rows: rows.count, columns: columns, lanes: lanes)
  }

  /// Room for sixteen matrices with a row for each channel, for as long as `body` runs.
  func withMatrices(channels: Int, _ body: (TileMatrices) -> Void) {
    // Rows are computed four at a time.
    let step = layout.positionStep(channels: (channels + 3) / 4 * 4)
    withTile(places: 16 * step / BlockShape.lanes) { room in
      body(
        TileMatrices(
          start: room, channels: channels, rowStep: layout.rowStep, positionStep: step))
    }
  }

  /// The task that makes the tiles of a channel from a plane, or the plane from the tiles.
  func task(
    _ plane: UnsafeMutablePointer<Float>, _ size: BlockShape, _ matrices: TileMatrices,
    channel: Int, padding: (row: Int, column: Int) = (0, 0)
  ) -> TileTask {
    var task = TileTask(
      plane: plane, tiles: matrices.start + channel * matrices.rowStep, layout: layout)
    task.positionStep = matrices.positionStep
    task.size = (size.rows, size.columns)
    task.origin = (2 * firstRow - padding.row, -padding.column)
    return task
  }
}

/// Sixteen matrices, one for each position in a tile: a row holds one channel of all tiles.
struct TileMatrices {
  let start: UnsafeMutablePointer<Float>
  let channels: Int
  let rowStep: Int
  let positionStep: Int

  /// The matrix of a position.
  subscript(position: Int) -> UnsafeMutablePointer<Float> { start + position * positionStep }
}
