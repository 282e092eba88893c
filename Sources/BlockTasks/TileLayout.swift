/// Where the numbers of some rows of tiles of one block lie, for sixteen positions and some
/// channels.
public struct TileLayout: Sendable {
  /// Rows and columns of tiles.
  public let grid: (rows: Int, columns: Int)
  /// Number of images in the block.
  public let lanes: Int
  /// Numbers of a tile at a position: as many as there are images, rounded up to 4, 8 or 16.
  public let width: Int
  /// Numbers of a channel at a position: those of all tiles and, up to a multiple of sixteen,
  /// zeros.
  public let rowStep: Int

  /// The layout of so many tiles.
  @inlinable
  public init(rows: Int, columns: Int, lanes: Int) {
    grid = (rows, columns)
    self.lanes = lanes
    width = lanes > 8 ? 16 : lanes > 4 ? 8 : 4
    rowStep = (rows * columns * width + 15) / 16 * 16
  }

  /// Numbers from one position to the next.
  ///
  /// A few cache lines more than a multiple of 4096 bytes: a transformation writes to sixteen
  /// positions at once, and a cache holds but eight lines whose addresses have the same last bits.
  @inlinable
  public func positionStep(channels: Int) -> Int {
    (channels * rowStep + 1023) / 1024 * 1024 + 5 * 16
  }
}
