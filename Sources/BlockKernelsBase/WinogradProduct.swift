import BlockTasks

/// Panels of the source as wide as registers allow stay in the first cache while all rows of the
/// result pass by, four at a time.
@Sendable
func multiplyTiles(_ task: TileProductTask) {
  let vectors = task.count / Vector.scalarCount
  var panels = (vectors &+ tileWidth &- 1) / tileWidth
  var first = 0
  while first < vectors {
    let width = (vectors &- first &+ panels &- 1) / panels
    switch width {
    case 6: multiply(task, Panel<6>(first: first))
    case 5: multiply(task, Panel<5>(first: first))
    case 4: multiply(task, Panel<4>(first: first))
    case 3: multiply(task, Panel<3>(first: first))
    case 2: multiply(task, Panel<2>(first: first))
    default: multiply(task, Panel<1>(first: first))
    }
    first &+= width
    panels &-= 1
  }
}

/// `count` vectors or rows from `first` on.
struct Panel<let count: Int> {
  let first: Int
}

@inline(__always)
private func multiply<let width: Int>(_ task: TileProductTask, _ panel: Panel<width>) {
  let start = panel.first &* Vector.scalarCount
  var (weight, y) = (task.weight, task.y + start)
  var output = 0
  while output < task.outputs {
    var sums = InlineArray<width, InlineArray<4, Vector>>(
      repeating: InlineArray(repeating: Vector(repeating: 0)))
    var x = task.x + start
    for _ in 0..<task.inputs {
      var weights = InlineArray<4, Vector>(repeating: Vector(repeating: 0))
      for row in 0..<4 { weights[row] = Vector(repeating: weight[row]) }
      for index in 0..<width {
        let value = load(x + index &* Vector.scalarCount)
        for row in 0..<4 { sums[index][row] = multiplyAdd(sums[index][row], weights[row], value) }
      }
      weight += 4
      x += task.rowStep
    }
    for row in 0..<4 {
      for index in 0..<width { store(sums[index][row], y + index &* Vector.scalarCount) }
      y += task.rowStep
    }
    output &+= 4
  }
}
