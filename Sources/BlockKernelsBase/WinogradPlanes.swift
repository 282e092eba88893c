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

private enum InputLoop: TileLoop {
  @inline(__always)
  static func run<V: SIMD>(_ tile: PlaneTile, _: V.Type) where V.Scalar == Float {
    let zero = V(repeating: 0)
    var rows = InlineArray<4, Line<4, V>>(repeating: Line(repeating: zero))
    let isInside = tile.isInside(4)
    for y in 0..<4 {
      var row = Line<4, V>(repeating: zero)
      for x in 0..<4 where isInside || tile.contains(y, x) {
        row[x] = load(tile.place(y, x), V.self)
      }
      rows[y] = transformed(input: row)
    }
    for x in 0..<4 {
      let column = transformed(input: [rows[0][x], rows[1][x], rows[2][x], rows[3][x]])
      tile.put(column, column: x)
    }
  }
}

private enum OutputLoop: TileLoop {
  @inline(__always)
  static func run<V: SIMD>(_ tile: PlaneTile, _: V.Type) where V.Scalar == Float {
    let bias = V(repeating: tile.task.bias)
    var rows = InlineArray<4, Line<2, V>>(repeating: Line(repeating: bias))
    for y in 0..<4 { rows[y] = transformed(output: tile.positions(row: y, V.self)) }
    for x in 0..<2 {
      let column = transformed(output: [rows[0][x], rows[1][x], rows[2][x], rows[3][x]])
      for y in 0..<2 where tile.contains(y, x) { store(column[y] + bias, tile.place(y, x)) }
    }
  }
}

private enum OutputGradientLoop: TileLoop {
  @inline(__always)
  static func run<V: SIMD>(_ tile: PlaneTile, _: V.Type) where V.Scalar == Float {
    let zero = V(repeating: 0)
    var rows = InlineArray<2, Line<4, V>>(repeating: Line(repeating: zero))
    for y in 0..<2 {
      var row = Line<2, V>(repeating: zero)
      for x in 0..<2 where tile.contains(y, x) { row[x] = load(tile.place(y, x), V.self) }
      rows[y] = transformed(outputGradient: row)
    }
    for x in 0..<4 {
      let column = transformed(outputGradient: [rows[0][x], rows[1][x]])
      tile.put(column, column: x)
    }
  }
}

private enum InputGradientLoop: TileLoop {
  @inline(__always)
  static func run<V: SIMD>(_ tile: PlaneTile, _: V.Type) where V.Scalar == Float {
    let zero = V(repeating: 0)
    var rows = InlineArray<4, Line<4, V>>(repeating: Line(repeating: zero))
    for y in 0..<4 { rows[y] = transformed(inputGradient: tile.positions(row: y, V.self)) }
    let isInside = tile.isInside(4)
    for x in 0..<4 {
      let column = transformed(inputGradient: [rows[0][x], rows[1][x], rows[2][x], rows[3][x]])
      for y in 0..<4 where isInside || tile.contains(y, x) {
        store(load(tile.place(y, x), V.self) + column[y], tile.place(y, x))
      }
    }
  }
}
