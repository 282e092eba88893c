import BlockTasks

// What the tiles of a 5×5 window's four parts see overlaps: they are made from eight by eight inputs
// together, first along all rows and then along all columns. Between the two, the numbers go through
// memory, since there are three times as many as registers.

@Sendable
func transformWideInput(_ task: TileTask) {
  forEachTile(task, WideInputLoop.self)
  // Tiles of a whole vector leave nothing unused.
  if task.layout.lanes == blockLanes { return }
  var part = task
  for _ in 0..<WindowPart.count {
    clearUnusedLanes(part)
    part.tiles += task.partStep
  }
}

@Sendable
func transformWideInputGradient(_ task: TileTask) { forEachTile(task, WideInputGradientLoop.self) }

/// The tiles of three and of two neighbours of the windows.
@inline(__always)
private func split<V>(_ d: Line<8, V>, _ none: V) -> (Line<6, V>, Line<6, V>) {
  ([d[0], d[1], d[2], d[3], d[4], d[5]], [d[3], d[4], d[5], d[6], d[7], none])
}

/// The same backwards: what both tiles see is added up.
@inline(__always)
private func joined<V: SIMD>(_ a: Line<6, V>, _ b: Line<6, V>) -> Line<8, V>
where V.Scalar == Float {
  [a[0], a[1], a[2], a[3] + b[0], a[4] + b[1], a[5] + b[2], b[3], b[4]]
}

/// The parts with two neighbours less and with two more along the other axis: numbers of
/// ``WindowPart``.
@inline(__always)
private func parts(isNarrow: Bool) -> (upper: Int, lower: Int) { isNarrow ? (0, 3) : (1, 2) }

private enum WideInputLoop: TileLoop {
  @inline(__always)
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    let none = V(repeating: 0)
    guard let room = tile.room(V.self) else { return }
    let isInside = tile.containsColumns(Column.inputs &+ 2)
    for y in 0..<Row.inputs &+ 2 {
      let (wide, narrow) = split(tile.wideInputs(y, isInside, Column.self, none), none)
      put(Column.transformed(input: wide), room + 12 &* y)
      put(Column.transformed(input: narrow), room + (12 &* y &+ 6))
    }
    for x in 0..<12 where Column.has(x % 6) && x < 11 {
      let (wide, narrow) = split(
        [
          room[x], room[12 &+ x], room[24 &+ x], room[36 &+ x], room[48 &+ x], room[60 &+ x],
          Row.inputs > 4 ? room[72 &+ x] : none, Row.inputs > 4 ? room[84 &+ x] : none,
        ], none)
      let parts = parts(isNarrow: x >= 6)
      tile.part(parts.upper)
        .put(Row.transformed(input: wide), column: x % 6, Row.self)
      tile.part(parts.lower).withoutInfiniteRow
        .put(Row.transformed(input: narrow), column: x % 6, Row.self)
    }
  }

  @inline(__always)
  private static func put<V>(_ line: Line<6, V>, _ target: UnsafeMutablePointer<V>) {
    target[0] = line[0]
    target[1] = line[1]
    target[2] = line[2]
    target[3] = line[3]
    target[4] = line[4]
    target[5] = line[5]
  }
}

private enum WideInputGradientLoop: TileLoop {
  @inline(__always)
  static func run<Row: TileSide, Column: TileSide, V: SIMD>(
    _ tile: PlaneTile, _: Row.Type, _: Column.Type, _: V.Type
  ) where V.Scalar == Float {
    let none = V(repeating: 0)
    guard let room = tile.room(V.self) else { return }
    for x in 0..<12 {
      let parts = parts(isNarrow: x >= 6)
      guard Column.has(x % 6), x % 6 < 5 || (x < 6 && tile.hasInfinity.column) else {
        for y in 0..<8 { room[12 &* y &+ x] = none }
        continue
      }
      let (upper, lower) = (tile.part(parts.upper), tile.part(parts.lower).withoutInfiniteRow)
      let column = joined(
        Row.transformed(inputGradient: upper.column(x % 6, Row.self, none)),
        Row.transformed(inputGradient: lower.column(x % 6, Row.self, none)))
      for y in 0..<8 { room[12 &* y &+ x] = column[y] }
    }
    for y in 0..<Row.inputs &+ 2 where tile.containsRow(y) {
      let numbers = joined(
        Column.transformed(inputGradient: line(room + 12 &* y)),
        Column.transformed(inputGradient: line(room + (12 &* y &+ 6))))
      for x in 0..<Column.inputs &+ 2 where tile.containsColumn(x) {
        store(load(tile.place(y, x), V.self) + numbers[x], tile.place(y, x))
      }
    }
  }

  @inline(__always)
  private static func line<V>(_ source: UnsafeMutablePointer<V>) -> Line<6, V> {
    [source[0], source[1], source[2], source[3], source[4], source[5]]
  }
}

extension PlaneTile {
  /// Room for eight lines of two tiles each.
  @inline(__always)
  fileprivate func room<V>(_: V.Type) -> UnsafeMutablePointer<V>? {
    task.room.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: V.self) }
  }

  /// The same tile of another part of the window.
  @inline(__always)
  fileprivate func part(_ number: Int) -> PlaneTile {
    let step = number &* task.partStep
    return PlaneTile(
      task: task, starts: (starts.inner + step, starts.outer + step, starts.infinity + step),
      hasInfinity: hasInfinity, bias: bias, start: start, row: row, column: column)
  }

  /// The same tile where a part has no weights at the positions of infinity of columns.
  @inline(__always)
  fileprivate var withoutInfiniteRow: PlaneTile {
    PlaneTile(
      task: task, starts: starts, hasInfinity: (false, hasInfinity.column), bias: bias,
      start: start,
      row: row, column: column)
  }

  /// What the windows of a row see.
  @inline(__always)
  fileprivate func wideInputs<Column: TileSide, V: SIMD>(
    _ y: Int, _ isInside: Bool, _: Column.Type, _ none: V
  ) -> Line<8, V> where V.Scalar == Float {
    guard containsRow(y) else { return [none, none, none, none, none, none, none, none] }
    return [
      number(y, 0, isInside, V.self), number(y, 1, isInside, V.self),
      number(y, 2, isInside, V.self), number(y, 3, isInside, V.self),
      number(y, 4, isInside, V.self), number(y, 5, isInside, V.self),
      Column.inputs > 4 ? number(y, 6, isInside, V.self) : none,
      Column.inputs > 4 ? number(y, 7, isInside, V.self) : none,
    ]
  }

  /// A column of positions, with zeros for those that the tile does not have.
  @inline(__always)
  fileprivate func column<Row: TileSide, V: SIMD>(
    _ x: Int, _: Row.Type, _ none: V
  ) -> Line<6, V> where V.Scalar == Float {
    [
      load(position(0, x), V.self), load(position(1, x), V.self), load(position(2, x), V.self),
      Row.has(3) ? load(position(3, x), V.self) : none,
      Row.has(4) ? load(position(4, x), V.self) : none,
      hasInfinity.row ? load(position(5, x), V.self) : none,
    ]
  }
}
