/// A plane and its tiles, of which one is made from the other.
public struct TileTask {
  /// The first number of the plane.
  public var plane: UnsafeMutablePointer<Float>
  /// The first tile at the first position.
  public var tiles: UnsafeMutablePointer<Float>
  /// Which tiles there are.
  public var layout: TileLayout
  /// Numbers from one position to the next.
  public var positionStep = 0
  /// Size of the plane, whose rows follow each other without gaps.
  public var size = (rows: 0, columns: 0)
  /// Where the first tile begins, which may be outside the plane.
  public var origin = (row: 0, column: 0)
  /// What is added to outputs, a number for each of the sixteen lanes; nothing when nil.
  public var bias: UnsafePointer<Float>?
  /// Numbers from one part of a 5×5 window to the next.
  public var partStep = 0
  /// Room for ``roomCount`` numbers at a multiple of 64 bytes; needed for 5×5 windows.
  public var room: UnsafeMutablePointer<Float>?

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    plane: UnsafeMutablePointer<Float>, tiles: UnsafeMutablePointer<Float>, layout: TileLayout
  ) {
    self.plane = plane
    self.tiles = tiles
    self.layout = layout
  }

  /// As many numbers as two tiles have along each of eight lines.
  public static let roomCount = 8 * 12 * 16
}
