/// Where the numbers of some rows of tiles of one block lie, for sixteen positions and some
/// channels.
public struct TileLayout: Sendable {
  /// Rows and columns of tiles.
  public let grid: (rows: Int, columns: Int)
  /// Whether the last row and the last column of tiles have but one row or column of outputs.
  ///
  /// Then nothing depends on the last of its four positions along that axis, and it has none there.
  public let overhang: (row: Bool, column: Bool)
  /// Number of images in the block.
  public let lanes: Int
  /// Numbers of a tile at a position: as many as there are images, rounded up to 4, 8 or 16.
  public let width: Int
  /// Numbers of a channel at each position; zeros follow up to a multiple of sixteen.
  public let counts: InlineArray<16, Int>
  /// Numbers from one channel to the next.
  public let rowStep: Int

  /// The layout of so many tiles.
  public init(
    rows: Int, columns: Int, overhang: (row: Bool, column: Bool), lanes: Int
  ) {
    (grid, self.overhang, self.lanes) = ((rows, columns), overhang, lanes)
    let width = lanes > 8 ? 16 : lanes > 4 ? 8 : 4
    self.width = width
    counts = InlineArray { position in
      let height = rows - (overhang.row && position / 4 == 3 ? 1 : 0)
      return height * (columns - (overhang.column && position % 4 == 3 ? 1 : 0)) * width
    }
    rowStep = (rows * columns * width + 15) / 16 * 16
  }
}
