/// How the outputs along one axis of a plane are shared among tiles.
///
/// A tile has four outputs, and what remains is in the last one. As many outputs and two more are
/// the positions that it has: of ``WinogradKernels``' six, three outputs do without that of
/// infinity, two without those of ±b, and one without either.
public struct TileAxis: Sendable {
  /// Number of tiles.
  public let tiles: Int
  /// Outputs of the last tile: one to four.
  public let last: Int

  /// So many tiles of four outputs, but for the last.
  public init(tiles: Int, last: Int) { (self.tiles, self.last) = (tiles, last) }

  /// The tiles that cover so many outputs.
  public init(outputs: Int) {
    tiles = (outputs + 3) / 4
    last = (outputs + 3) % 4 + 1
  }

  /// Some of the tiles that follow each other.
  public func part(_ range: Range<Int>) -> TileAxis {
    TileAxis(tiles: range.count, last: range.upperBound == tiles ? last : 4)
  }

  /// Whether the last tile has the positions of ±b, as all others do.
  public var lastHasOuter: Bool { last >= 3 }
  /// Whether the last tile has the position of infinity, as all others do.
  public var lastHasInfinity: Bool { last % 2 == 0 }

  /// Number of tiles that have a position.
  public func count(at position: Int) -> Int {
    let isFull = position < 3 || (position < 5 ? lastHasOuter : lastHasInfinity)
    return isFull ? tiles : tiles - 1
  }

  /// Number of positions of all tiles.
  public var positions: Int { (0..<6).reduce(0) { $0 + count(at: $1) } }
}
