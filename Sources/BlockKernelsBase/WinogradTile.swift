import BlockTasks

/// Where a tile lies: its numbers at the first position, and its first place in the plane, which
/// may be outside.
struct PlaneTile {
  let task: TileTask
  let tile: UnsafeMutablePointer<Float>
  /// The same for positions of the last column, which tiles that hang over do not have.
  let narrow: UnsafeMutablePointer<Float>
  /// Whether the tile hangs over below and to the right.
  let overhang: (row: Bool, column: Bool)
  let start: UnsafeMutablePointer<Float>
  let row: Int
  let column: Int

  /// Whether all of `extent` × `extent` places are in the plane.
  @inline(__always)
  func isInside(_ extent: Int) -> Bool {
    row >= 0 && column >= 0 && row &+ extent <= task.size.rows
      && column &+ extent <= task.size.columns
  }

  /// Whether a place is in the plane.
  @inline(__always)
  func contains(_ y: Int, _ x: Int) -> Bool {
    let (y, x) = (row &+ y, column &+ x)
    return y >= 0 && x >= 0 && y < task.size.rows && x < task.size.columns
  }

  /// A place, counted from the first.
  @inline(__always)
  func place(_ y: Int, _ x: Int) -> UnsafeMutablePointer<Float> {
    start + (y &* task.size.columns &+ x) &* blockLanes
  }

  /// Whether the tile has a position.
  @inline(__always)
  func has(_ y: Int, _ x: Int) -> Bool {
    !(y == 3 && overhang.row) && !(x == 3 && overhang.column)
  }

  /// Where the numbers at a position lie.
  @inline(__always)
  func position(_ y: Int, _ x: Int) -> UnsafeMutablePointer<Float> {
    (x == 3 ? narrow : tile) + (y &* 4 &+ x) &* task.positionStep
  }

  /// A row of positions, with zeros for those that the tile does not have.
  @inline(__always)
  func positions<V: SIMD>(row y: Int, _: V.Type) -> Line<4, V> where V.Scalar == Float {
    var row = Line<4, V>(repeating: V(repeating: 0))
    for x in 0..<4 where has(y, x) { row[x] = load(position(y, x), V.self) }
    return row
  }

  /// Writes a column of positions.
  @inline(__always)
  func put<V: SIMD>(_ column: Line<4, V>, column x: Int) where V.Scalar == Float {
    for y in 0..<4 where has(y, x) { store(column[y], position(y, x)) }
  }
}

/// A loop over tiles in vectors of one type.
protocol TileLoop {
  static func run<V: SIMD>(_ tile: PlaneTile, _: V.Type) where V.Scalar == Float
}

/// Runs the loop over all tiles, in vectors that are no wider than a tile.
@inline(__always)
func forEachTile<Loop: TileLoop>(_ task: TileTask, _: Loop.Type) {
  switch task.layout.width {
  case 16: forEachTile(task, Loop.self, Vector.self)
  case 8: forEachTile(task, Loop.self, SIMD8<Float>.self)
  default: forEachTile(task, Loop.self, SIMD4<Float>.self)
  }
}

@inline(__always)
private func forEachTile<Loop: TileLoop, V: SIMD>(_ task: TileTask, _: Loop.Type, _: V.Type)
where V.Scalar == Float {
  let (grid, overhang) = (task.layout.grid, task.layout.overhang)
  var lane = 0
  while lane < task.layout.width {
    var (tile, narrow) = (task.tiles + lane, task.tiles + lane)
    for y in 0..<grid.rows {
      let row = task.origin.row &+ 2 &* y
      for x in 0..<grid.columns {
        let column = task.origin.column &+ 2 &* x
        let place = (row &* task.size.columns &+ column) &* blockLanes &+ lane
        let isLast = overhang.column && x == grid.columns &- 1
        let here = PlaneTile(
          task: task, tile: tile, narrow: narrow,
          overhang: (overhang.row && y == grid.rows &- 1, isLast), start: task.plane + place,
          row: row, column: column)
        Loop.run(here, V.self)
        tile += task.layout.width
        if !isLast { narrow += task.layout.width }
      }
    }
    lane &+= V.scalarCount
  }
}

/// Writes zeros where no image is, since sums over rows take in every number.
func clearUnusedLanes(_ task: TileTask) {
  let layout = task.layout
  for position in 0..<16 {
    let (row, used) = (task.tiles + position &* task.positionStep, layout.counts[position])
    if layout.lanes < layout.width {
      var tile = 0
      while tile < used {
        for lane in layout.lanes..<layout.width { row[tile &+ lane] = 0 }
        tile &+= layout.width
      }
    }
    for index in used..<(used &+ 15) / 16 &* 16 { row[index] = 0 }
  }
}

/// The numbers at an address that is a multiple of four numbers only.
@inline(__always)
func load<V: SIMD>(_ x: UnsafePointer<Float>, _: V.Type) -> V where V.Scalar == Float {
  UnsafeRawPointer(x).loadUnaligned(as: V.self)
}

@inline(__always)
func store<V: SIMD>(_ value: V, _ y: UnsafeMutablePointer<Float>) where V.Scalar == Float {
  UnsafeMutableRawPointer(y).storeBytes(of: value, as: V.self)
}
