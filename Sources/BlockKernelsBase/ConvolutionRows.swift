import BlockTasks

/// Direct convolution for one output channel, with windows of three neighbouring columns.
///
/// A run of a row's outputs stays in registers. Three neighbours see each input, which is loaded
/// once for all of them, since with few input channels there is little else to do.
@Sendable
func convolveRows(_ task: ConvolutionTask) {
  forEachVector(lanes: task.lanes) { lane in
    for row in 0..<task.size.rows {
      var column = 0
      while column < task.size.columns {
        switch task.size.columns &- column {
        case 14...: column = convolve(task, Run<14>(row: row, column: column, lane: lane))
        case 7...: column = convolve(task, Run<7>(row: row, column: column, lane: lane))
        case 3...: column = convolve(task, Run<3>(row: row, column: column, lane: lane))
        default: column = convolve(task, Run<1>(row: row, column: column, lane: lane))
        }
      }
    }
  }
}

/// Some outputs of a row that follow each other.
private struct Run<let width: Int> {
  let row: Int
  let column: Int
  let lane: Int
}

/// Returns the column after the run.
@inline(__always)
private func convolve<let width: Int>(_ task: ConvolutionTask, _ run: Run<width>) -> Int {
  var sums = InlineArray<width, Vector>(repeating: Vector(repeating: task.bias?[0] ?? 0))
  let start = run.column &* blockLanes &+ run.lane
  var plane = task.x + run.row &* task.xSteps.row + start
  var inputWeight = task.weight
  for _ in 0..<task.inputs {
    var (weight, tapRow) = (inputWeight, plane)
    for _ in 0..<task.kernel.rows {
      let weights = (
        Vector(repeating: weight[0]), Vector(repeating: weight[1]), Vector(repeating: weight[2])
      )
      var (left, middle) = (load(tapRow), load(tapRow + blockLanes))
      for place in 0..<width {
        let right = load(tapRow + (place &+ 2) &* blockLanes)
        sums[place] = multiplyAdd(sums[place], weights.0, left)
        sums[place] = multiplyAdd(sums[place], weights.1, middle)
        sums[place] = multiplyAdd(sums[place], weights.2, right)
        (left, middle) = (middle, right)
      }
      weight += 3
      tapRow += task.xSteps.tapRow
    }
    inputWeight += task.weightSteps.input
    plane += task.xSteps.channel
  }
  let y = task.y + run.row &* task.size.columns &* blockLanes + start
  for place in 0..<width { store(sums[place], y + place &* blockLanes) }
  return run.column &+ width
}
