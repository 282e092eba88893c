import BlockTasks

/// Four weights at a time, one of each row.
@Sendable
func transformWeight(_ task: TileWeightTask) {
  let zero = SIMD4<Float>(repeating: 0)
  for input in 0..<task.size.inputs {
    var rows = InlineArray<3, Line<4, SIMD4<Float>>>(repeating: Line(repeating: zero))
    for y in 0..<3 {
      var taps = Line<3, SIMD4<Float>>(repeating: zero)
      for row in 0..<task.size.rows {
        let weight = task.weight + row &* task.steps.row + input &* task.steps.input + 3 &* y
        for x in 0..<3 { taps[x][row] = weight[x] }
      }
      rows[y] = transformed(weight: taps)
    }
    for x in 0..<4 {
      let column = transformed(weight: [rows[0][x], rows[1][x], rows[2][x]])
      for y in 0..<4 {
        store(
          column[y], task.transformed + (4 &* y &+ x) &* task.positionStep + 4 &* input)
      }
    }
  }
}

/// Four weights at a time, which follow each other.
@Sendable
func transformWeightGradient(_ task: TileWeightGradientTask) {
  let zero = SIMD4<Float>(repeating: 0)
  var first = 0
  while first < task.count {
    var rows = InlineArray<4, Line<3, SIMD4<Float>>>(repeating: Line(repeating: zero))
    for y in 0..<4 {
      var row = Line<4, SIMD4<Float>>(repeating: zero)
      for part in 0..<task.parts {
        let sums = task.sums + part &* task.steps.part + first
        for x in 0..<4 {
          row[x] += load(sums + (4 &* y &+ x) &* task.steps.position, SIMD4<Float>.self)
        }
      }
      rows[y] = transformed(weightGradient: row)
    }
    let count = min(4, task.count &- first)
    for x in 0..<3 {
      let column = transformed(weightGradient: [rows[0][x], rows[1][x], rows[2][x], rows[3][x]])
      for y in 0..<3 {
        let tap = task.weightGradient + 9 &* first + 3 &* y + x
        for index in 0..<count { tap[9 &* index] = column[y][index] }
      }
    }
    first &+= 4
  }
}
