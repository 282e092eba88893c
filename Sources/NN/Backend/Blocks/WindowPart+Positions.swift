internal import BlockTasks

extension WindowPart {
  /// Where in the 5×5 window each part begins.
  private static let origins: [(row: Int, column: Int)] = [(0, 3), (0, 0), (3, 0), (3, 3)]

  /// The parts that have weights at a position.
  static func used(at position: Int) -> Range<Int> {
    switch (position / 6 == 5, position % 6 == 5) {
    case (false, false): 0..<4
    case (false, true): 1..<3
    case (true, false): 0..<2
    case (true, true): 1..<2
    }
  }

  /// Products of all tiles of a grid, for one input and one output channel.
  static func products(_ grid: TileGrid) -> Int {
    (0..<TileLayout.positions).reduce(0) { sum, position in
      sum + used(at: position).count * grid.rows.count(at: position / 6)
        * grid.columns.count(at: position % 6)
    }
  }

  /// Calls `body` with each weight of a part: its place among 25, and among the part's 9.
  static func forEachTap(of part: Int, _ body: (_ tap: Int, _ partTap: Int) -> Void) {
    let origin = origins[part]
    for y in 0..<min(3, 5 - origin.row) {
      for x in 0..<min(3, 5 - origin.column) {
        body((origin.row + y) * 5 + origin.column + x, y * 3 + x)
      }
    }
  }
}
