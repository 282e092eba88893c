import BlockTasks

/// Four weights at a time.
@Sendable
func transformWeight(_ task: TileWeightTask) {
  let zero = SIMD4<Float>(repeating: 0)
  for first in stride(from: 0, to: task.count, by: 4) {
    var rows = InlineArray<3, Line<6, SIMD4<Float>>>(repeating: Line(repeating: zero))
    for y in 0..<3 {
      var taps = Line<3, SIMD4<Float>>(repeating: zero)
      for index in 0..<min(4, task.count &- first) {
        let weight = task.weight + 9 &* (first &+ index) + 3 &* y
        for x in 0..<3 { taps[x][index] = weight[x] }
      }
      rows[y] = transformed(weight: taps)
    }
    for x in 0..<6 {
      let column = transformed(weight: [rows[0][x], rows[1][x], rows[2][x]])
      for y in 0..<6 {
        store(column[y], task.transformed + (6 &* y &+ x) &* task.positionStep + first)
      }
    }
  }
}

/// Four weights at a time.
@Sendable
func transformWeightGradient(_ task: TileWeightGradientTask) {
  let zero = SIMD4<Float>(repeating: 0)
  for first in stride(from: 0, to: task.count, by: 4) {
    var rows = InlineArray<6, Line<3, SIMD4<Float>>>(repeating: Line(repeating: zero))
    for y in 0..<6 {
      var row = Line<6, SIMD4<Float>>(repeating: zero)
      for x in 0..<6 {
        row[x] = load(
          task.sums + (6 &* y &+ x) &* task.positionStep + first, SIMD4<Float>.self)
      }
      rows[y] = transformed(weightGradient: row)
    }
    for x in 0..<3 {
      let column = transformed(
        weightGradient: [
          rows[0][x], rows[1][x], rows[2][x], rows[3][x], rows[4][x], rows[5][x],
        ])
      for y in 0..<3 {
        let tap = task.weightGradient + (9 &* first &+ 3 &* y &+ x)
        for index in 0..<min(4, task.count &- first) { tap[9 &* index] = column[y][index] }
      }
    }
  }
}
