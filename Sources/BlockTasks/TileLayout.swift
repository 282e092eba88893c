/// Where the numbers of some rows of tiles of one block lie, for each position and some channels.
///
/// Where lanes are images, a channel is a row of a matrix, tile after tile; where they are channels,
/// a tile is a row, and the steps between tiles are the rows'.
public struct TileLayout: Sendable {
  /// Number of positions in a tile.
  public static let positions = 36

  /// Rows of tiles.
  public let rows: TileAxis
  /// Columns of tiles.
  public let columns: TileAxis
  /// Number of images in the block.
  public let lanes: Int
  /// Numbers of a tile at a position: as many as there are images, rounded up to 4, 8 or 16.
  public let width: Int
  /// Numbers from one tile to the next.
  public let tileStep: Int
  /// Numbers from one channel to the next, where lanes are images.
  public let rowStep: Int

  /// The layout of so many tiles.
  public init(rows: TileAxis, columns: TileAxis, lanes: Int) {
    (self.rows, self.columns, self.lanes) = (rows, columns, lanes)
    let width = lanes > 8 ? 16 : lanes > 4 ? 8 : 4
    (self.width, tileStep) = (width, width)
    rowStep = (rows.tiles * columns.tiles * width + 15) / 16 * 16
  }

  /// The layout of so many tiles of a number of channels that is a multiple of sixteen.
  public init(rows: TileAxis, columns: TileAxis, channels: Int) {
    (self.rows, self.columns) = (rows, columns)
    (lanes, width, tileStep, rowStep) = (16, 16, channels, 0)
  }

  /// Numbers of a channel at a position, which only those tiles have that need it; zeros follow up to
  /// a multiple of sixteen.
  public func count(at position: Int) -> Int { tiles(at: position) * width }

  /// Number of tiles that have a position.
  public func tiles(at position: Int) -> Int {
    let (y, x) = position.quotientAndRemainder(dividingBy: 6)
    return rows.count(at: y) * columns.count(at: x)
  }
}
