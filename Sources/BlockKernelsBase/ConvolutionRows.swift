import BlockTasks

/// Direct convolution for one output channel, with windows of three or five neighbouring columns.
///
/// A run of a row's outputs stays in registers. Some neighbours see each input, which is loaded once
/// for all of them, since with few input channels there is little else to do.
@Sendable
func convolveRows(_ task: ConvolutionTask) {
  if task.kernel.columns == 5 {
    forEachRun(task, NeighbourLoop<5>.self)
  } else {
    forEachRun(task, NeighbourLoop<3>.self)
  }
}

private enum NeighbourLoop<let columns: Int>: RunLoop {
  /// More products than in a run of fourteen by three are not unrolled by the compiler.
  static var widest: Int { columns == 3 ? 14 : 7 }

  @inline(__always)
  static func run<let width: Int>(_ task: ConvolutionTask, _ run: Run<width>) {
    var sums = InlineArray<width, Vector>(repeating: Vector(repeating: task.bias?[0] ?? 0))
    let window = task.rowsWithNumbers(of: run.row)
    var plane =
      task.x + run.row &* task.xSteps.row + window.lowerBound &* task.xSteps.tapRow
      + run.column &* blockLanes + run.lane
    var inputWeight = task.weight + window.lowerBound &* columns
    for _ in 0..<task.inputs {
      var (weight, tapRow) = (inputWeight, plane)
      for _ in 0..<window.count {
        let (w0, w1, w2) = (
          Vector(repeating: weight[0]), Vector(repeating: weight[1]), Vector(repeating: weight[2])
        )
        let (w3, w4) =
          columns > 3 ? (Vector(repeating: weight[3]), Vector(repeating: weight[4])) : (w0, w0)
        var (x0, x1) = (load(tapRow), load(tapRow + blockLanes))
        var (x2, x3) =
          columns > 3
          ? (load(tapRow + 2 &* blockLanes), load(tapRow + 3 &* blockLanes)) : (x0, x0)
        for place in 0..<width {
          let next = load(tapRow + (place &+ columns &- 1) &* blockLanes)
          sums[place] = multiplyAdd(sums[place], w0, x0)
          sums[place] = multiplyAdd(sums[place], w1, x1)
          if columns > 3 {
            sums[place] = multiplyAdd(sums[place], w2, x2)
            sums[place] = multiplyAdd(sums[place], w3, x3)
            sums[place] = multiplyAdd(sums[place], w4, next)
            (x0, x1, x2, x3) = (x1, x2, x3, next)
          } else {
            sums[place] = multiplyAdd(sums[place], w2, next)
            (x0, x1) = (x1, next)
          }
        }
        weight += columns
        tapRow += task.xSteps.tapRow
      }
      inputWeight += task.weightSteps.input
      plane += task.xSteps.channel
    }
    let y = run.target(task)
    for place in 0..<width { store(sums[place], y + place &* blockLanes) }
  }
}

extension ConvolutionTask {
  /// The rows of taps through which the outputs of a row see more than zeros.
  @inline(__always)
  fileprivate func rowsWithNumbers(of row: Int) -> Range<Int> {
    if xSteps.tapRow != xSteps.row { return 0..<kernel.rows }
    let first = max(0, zeroRows.before &- row)
    let end = min(kernel.rows, size.rows &+ kernel.rows &- 1 &- zeroRows.after &- row)
    return first..<max(first, end)
  }
}
