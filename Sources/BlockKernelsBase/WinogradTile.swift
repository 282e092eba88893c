import BlockTasks

/// Where a tile lies: its numbers at the first position, and its first place in the plane, which
/// may be outside.
struct PlaneTile {
  let task: TileTask
  let tile: UnsafeMutablePointer<Float>
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

  /// The numbers at a position.
  @inline(__always)
  func position(_ y: Int, _ x: Int) -> UnsafeMutablePointer<Float> {
    tile + (y &* 4 &+ x) &* task.positionStep
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
  var lane = 0
  while lane < task.layout.width {
    var tile = task.tiles + lane
    for y in 0..<task.layout.grid.rows {
      let row = task.origin.row &+ 2 &* y
      for x in 0..<task.layout.grid.columns {
        let column = task.origin.column &+ 2 &* x
        let place = (row &* task.size.columns &+ column) &* blockLanes &+ lane
        let here = PlaneTile(
          task: task, tile: tile, start: task.plane + place, row: row, column: column)
        Loop.run(here, V.self)
        tile += task.layout.width
      }
    }
    lane &+= V.scalarCount
  }
}

/// Writes zeros where no image is, since sums over rows take in every number.
func clearUnusedLanes(_ task: TileTask) {
  let layout = task.layout
  let used = layout.grid.rows &* layout.grid.columns &* layout.width
  if layout.lanes == layout.width, used == layout.rowStep { return }
  for position in 0..<16 {
    let row = task.tiles + position &* task.positionStep
    var first = layout.lanes
    while first < used {
      for lane in first..<(first &- layout.lanes &+ layout.width) { row[lane] = 0 }
      first &+= layout.width
    }
    for index in used..<layout.rowStep { row[index] = 0 }
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
