import BlockTasks

/// Some outputs of a row that follow each other, from a lane on: as many as registers hold.
struct Run<let width: Int> {
  let row: Int
  let column: Int
  let lane: Int

  /// Where the first of them goes.
  @inline(__always)
  func target(_ task: ConvolutionTask) -> UnsafeMutablePointer<Float> {
    task.y + (row &* task.size.columns &+ column) &* blockLanes + lane
  }
}

/// What a convolution does for the outputs of a run.
protocol RunLoop {
  /// Outputs of its longest run: fourteen at most.
  static var widest: Int { get }

  static func run<let width: Int>(_ task: ConvolutionTask, _ run: Run<width>)
}

/// Runs the loop over all rows of an output channel, or of sixteen that lie side by side.
@inline(__always)
func forEachRun<Loop: RunLoop>(_ task: ConvolutionTask, _: Loop.Type) {
  forEachVector(lanes: task.lanes) { lane in
    for row in 0..<task.size.rows {
      var column = 0
      while column < task.size.columns {
        let rest = task.size.columns &- column
        switch min(rest, Loop.widest) {
        case 14...: Loop.run(task, Run<14>(row: row, column: column, lane: lane))
        case 7...: Loop.run(task, Run<7>(row: row, column: column, lane: lane))
        case 3...: Loop.run(task, Run<3>(row: row, column: column, lane: lane))
        default: Loop.run(task, Run<1>(row: row, column: column, lane: lane))
        }
        column &+= rest >= 14 && Loop.widest >= 14 ? 14 : rest >= 7 ? 7 : rest >= 3 ? 3 : 1
      }
    }
  }
}
