import BlockTasks

@Sendable
func transformInput(_ task: TileTask) {
  forEachTile(task, InputLoop.self)
  clearUnusedLanes(task)
}

@Sendable
func transformOutput(_ task: TileTask) { forEachTile(task, OutputLoop.self) }

@Sendable
func transformOutputGradient(_ task: TileTask) {
  forEachTile(task, OutputGradientLoop.self)
  clearUnusedLanes(task)
}

@Sendable
func transformInputGradient(_ task: TileTask) { forEachTile(task, InputGradientLoop.self) }

/// The lines of a tile along its rows.
private typealias Lines<let width: Int, V> = InlineArray<6, Line<width, V>>

/// Six lines, one after the other: a loop would go through memory, and clear it before.
@inline(__always)
private func lines<let width: Int, V: SIMD>(_ line: (Int) -> Line<width, V>) -> Lines<width, V> {
  [line(0), line(1), line(2), line(3), line(4), line(5)]
}

/// Calls `body` for each of at most six lines, for the same reason without a loop.
@inline(__always)
private func forEachLine(_ count: Int, _ body: (Int) -> Void) {
  body(0)
  body(1)
  if count > 2 { body(2) }
  if count > 3 { body(3) }
  if count > 4 { body(4) }
  if count > 5 { body(5) }
}

/// A column of six lines.
@inline(__always)
private func column<let width: Int, V: SIMD>(_ x: Int, of rows: Lines<width, V>) -> Line<6, V> {
  [rows[0][x], rows[1][x], rows[2][x], rows[3][x], rows[4][x], rows[5][x]]
}

private enum InputLoop: TileLoop {
  /// The columns of positions in two halves, since registers do not hold all of them; each is made of
  /// inputs that the other does without, but for what lies in the cache.
  @inline(__always)
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    put(tile, 0, 1, 2, Row.self, Column.self, V.self)
    put(tile, 3, 4, 5, Row.self, Column.self, V.self)
  }

  @inline(__always)
  private static func put<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _ first: Int, _ second: Int, _ third: Int, _: Row.Type, _: Column.Type,
    _: V.Type
  ) where V.Scalar == Float {
    let rows = lines { y in
      y < Row.inputs
        ? Column.transformed(input: tile.inputs(row: y, Column.self, V.self))
        : Line<6, V>(repeating: V(repeating: 0))
    }
    if Column.has(first) {
      tile.put(Row.transformed(input: column(first, of: rows)), column: first, Row.self)
    }
    if Column.has(second) {
      tile.put(Row.transformed(input: column(second, of: rows)), column: second, Row.self)
    }
    tile.put(Row.transformed(input: column(third, of: rows)), column: third, Row.self)
  }
}

private enum OutputLoop: TileLoop {
  /// Even and odd columns apart, for the same reason: they need other sums of the positions.
  @inline(__always)
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    put(tile, 0, 2, Row.self, Column.self, V.self)
    put(tile, 1, 3, Row.self, Column.self, V.self)
  }

  @inline(__always)
  private static func put<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _ first: Int, _ second: Int, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    let rows = lines { y in
      Row.has(y)
        ? Column.transformed(output: tile.positions(row: y, Column.self, V.self))
        : Line<4, V>(repeating: V(repeating: 0))
    }
    putColumn(tile, first, rows, Row.self)
    if second < Column.outputs { putColumn(tile, second, rows, Row.self) }
  }

  @inline(__always)
  private static func putColumn<Row: TileSide, V: SIMD>(
    _ tile: PlaneTile, _ x: Int, _ rows: Lines<4, V>, _: Row.Type
  ) where V.Scalar == Float {
    guard tile.containsColumn(x) else { return }
    let bias = tile.bias.map { load($0, V.self) } ?? V(repeating: 0)
    let column = Row.transformed(output: column(x, of: rows))
    for y in 0..<Row.outputs where tile.containsRow(y) {
      store(column[y] + bias, tile.place(y, x))
    }
  }
}

private enum OutputGradientLoop: TileLoop {
  @inline(__always)
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    let rows = lines { y in
      y < Row.outputs
        ? Column.transformed(
          outputGradient: tile.outputs(row: y, Column.self, V.self))
        : Line<6, V>(repeating: V(repeating: 0))
    }
    forEachLine(6) { x in
      guard Column.has(x) else { return }
      let column = Row.transformed(
        outputGradient: [rows[0][x], rows[1][x], rows[2][x], rows[3][x]])
      tile.put(column, column: x, Row.self)
    }
  }
}

private enum InputGradientLoop: TileLoop {
  @inline(__always)
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    let rows = lines { y in
      Row.has(y)
        ? Column.transformed(inputGradient: tile.positions(row: y, Column.self, V.self))
        : Line<6, V>(repeating: V(repeating: 0))
    }
    forEachLine(Column.inputs) { x in
      guard tile.containsColumn(x) else { return }
      let column = Row.transformed(inputGradient: column(x, of: rows))
      for y in 0..<Row.inputs where tile.containsRow(y) {
        store(load(tile.place(y, x), V.self) + column[y], tile.place(y, x))
      }
    }
  }
}
