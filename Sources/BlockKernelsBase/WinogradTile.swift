import BlockTasks

/// Where a tile lies: its numbers at the first position, and its first place in the plane, which
/// may be outside.
struct PlaneTile {
  let task: TileTask
  /// The tile at the positions of 0 and ±a, of ±b, and of infinity along its row.
  ///
  /// They differ after the first row, since the last tile may not have all of them.
  let starts:
    (
      inner: UnsafeMutablePointer<Float>, outer: UnsafeMutablePointer<Float>,
      infinity: UnsafeMutablePointer<Float>
    )
  /// Whether it has the positions of infinity.
  let hasInfinity: (row: Bool, column: Bool)
  /// What is added to outputs.
  let bias: UnsafePointer<Float>?
  let start: UnsafeMutablePointer<Float>
  let row: Int
  let column: Int

  /// Whether a row of the tile is in the plane.
  @inline(__always)
  func containsRow(_ y: Int) -> Bool { row &+ y >= 0 && row &+ y < task.size.rows }

  /// Whether a column of the tile is in the plane.
  @inline(__always)
  func containsColumn(_ x: Int) -> Bool {
    column &+ x >= 0 && column &+ x < task.size.columns
  }

  /// Whether so many columns are all in the plane.
  @inline(__always)
  func containsColumns(_ count: Int) -> Bool {
    column >= 0 && column &+ count <= task.size.columns
  }

  /// A place, counted from the first.
  @inline(__always)
  func place(_ y: Int, _ x: Int) -> UnsafeMutablePointer<Float> {
    start + (y &* task.size.columns &+ x) &* blockLanes
  }

  /// A place of a row, or zeros outside the plane.
  @inline(__always)
  func number<V: SIMD>(_ y: Int, _ x: Int, _ isInside: Bool, _: V.Type) -> V
  where V.Scalar == Float {
    isInside || containsColumn(x) ? load(place(y, x), V.self) : V(repeating: 0)
  }

  /// The inputs of a row.
  @inline(__always)
  func inputs<Column: TileSide, V: SIMD>(row y: Int, _: Column.Type, _: V.Type) -> Line<6, V>
  where V.Scalar == Float {
    let none = V(repeating: 0)
    guard containsRow(y) else { return [none, none, none, none, none, none] }
    let isInside = containsColumns(Column.inputs)
    return [
      number(y, 0, isInside, V.self), number(y, 1, isInside, V.self),
      number(y, 2, isInside, V.self), number(y, 3, isInside, V.self),
      Column.inputs > 4 ? number(y, 4, isInside, V.self) : none,
      Column.inputs > 4 ? number(y, 5, isInside, V.self) : none,
    ]
  }

  /// The outputs of a row.
  @inline(__always)
  func outputs<Column: TileSide, V: SIMD>(row y: Int, _: Column.Type, _: V.Type) -> Line<4, V>
  where V.Scalar == Float {
    let none = V(repeating: 0)
    guard containsRow(y) else { return [none, none, none, none] }
    let isInside = containsColumns(Column.outputs)
    return [
      number(y, 0, isInside, V.self), number(y, 1, isInside, V.self),
      Column.outputs > 2 ? number(y, 2, isInside, V.self) : none,
      Column.outputs > 2 ? number(y, 3, isInside, V.self) : none,
    ]
  }

  /// Where the numbers at a position lie.
  @inline(__always)
  func position(_ y: Int, _ x: Int) -> UnsafeMutablePointer<Float> {
    let start = x < 3 ? starts.inner : x < 5 ? starts.outer : starts.infinity
    return start + (y &* 6 &+ x) &* task.positionStep
  }

  /// A row of positions, with zeros for those that the tile does not have.
  @inline(__always)
  func positions<Column: TileSide, V: SIMD>(row y: Int, _: Column.Type, _: V.Type) -> Line<6, V>
  where V.Scalar == Float {
    let none = V(repeating: 0)
    guard y < 5 || hasInfinity.row else { return [none, none, none, none, none, none] }
    return [
      load(position(y, 0), V.self), load(position(y, 1), V.self), load(position(y, 2), V.self),
      Column.has(3) ? load(position(y, 3), V.self) : none,
      Column.has(4) ? load(position(y, 4), V.self) : none,
      hasInfinity.column ? load(position(y, 5), V.self) : none,
    ]
  }

  /// Writes a column of positions.
  @inline(__always)
  func put<Row: TileSide, V: SIMD>(_ column: Line<6, V>, column x: Int, _: Row.Type)
  where V.Scalar == Float {
    guard x < 5 || hasInfinity.column else { return }
    for y in 0..<6 where Row.has(y) && (y < 5 || hasInfinity.row) {
      store(column[y], position(y, x))
    }
  }
}

/// A loop over tiles in vectors of one type.
protocol TileLoop {
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float
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
  let rows = task.layout.rows
  for lane in stride(from: 0, to: task.layout.width, by: V.scalarCount) {
    for y in 0..<rows.tiles {
      if y == rows.tiles &- 1 && rows.last <= 2 {
        forEachTile(task, Loop.self, ShortSide.self, V.self, row: y, lane: lane)
      } else {
        forEachTile(task, Loop.self, LongSide.self, V.self, row: y, lane: lane)
      }
    }
  }
}

/// Runs the loop over a row of tiles.
@inline(never)
private func forEachTile<Loop: TileLoop, Row: TileSide, V: SIMD>(
  _ task: TileTask, _: Loop.Type, _: Row.Type, _: V.Type, row y: Int, lane: Int
) where V.Scalar == Float {
  let (rows, columns, step) = (task.layout.rows, task.layout.columns, task.layout.tileStep)
  let first = task.tiles + lane
  let full = first + y &* columns.tiles &* step
  let narrow = first + y &* (columns.tiles &- 1) &* step
  let row = task.origin.row &+ 4 &* y
  for x in 0..<columns.tiles {
    let (column, offset) = (task.origin.column &+ 4 &* x, x &* step)
    let isLast = x == columns.tiles &- 1
    let tile = PlaneTile(
      task: task,
      starts: (
        full + offset, (columns.lastHasOuter ? full : narrow) + offset,
        (columns.lastHasInfinity ? full : narrow) + offset
      ),
      hasInfinity: (
        rows.lastHasInfinity || y < rows.tiles &- 1, columns.lastHasInfinity || !isLast
      ),
      bias: task.bias.map { $0 + lane },
      start: task.plane + (row &* task.size.columns &+ column) &* blockLanes + lane, row: row,
      column: column)
    if isLast && columns.last <= 2 {
      Loop.run(tile, Row.self, ShortSide.self, V.self)
    } else {
      Loop.run(tile, Row.self, LongSide.self, V.self)
    }
  }
}

/// Writes zeros where no image is, since sums over rows take in every number.
func clearUnusedLanes(_ task: TileTask) {
  let layout = task.layout
  for position in 0..<TileLayout.positions {
    let (row, used) = (task.tiles + position &* task.positionStep, layout.count(at: position))
    if layout.lanes < layout.width {
      for tile in stride(from: 0, to: used, by: layout.width) {
        for lane in layout.lanes..<layout.width { row[tile &+ lane] = 0 }
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
