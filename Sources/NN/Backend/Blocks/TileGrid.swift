internal import BlockTasks

/// The tiles that cover a plane.
struct TileGrid {
  let rows: TileAxis
  let columns: TileAxis

  /// The tiles that cover a plane of outputs.
  init(_ output: BlockShape) {
    rows = TileAxis(outputs: output.rows)
    columns = TileAxis(outputs: output.columns)
  }

  /// Number of positions of all tiles.
  var positions: Int { rows.positions * columns.positions }
}
