import BlockTasks

/// Direct convolution of one image, for output channels that lie side by side.
///
/// Each number of the input meets the weights of all these channels in one instruction, so that a
/// plain image, of one channel even, fills all lanes. A run of a row's outputs stays in registers.
@Sendable
func convolveChannels(_ task: ConvolutionTask) { forEachRun(task, ChannelLoop.self) }

private enum ChannelLoop: RunLoop {
  static var widest: Int { 14 }

  @inline(__always)
  static func run<let width: Int>(_ task: ConvolutionTask, _ run: Run<width>) {
    var sums = InlineArray<width, Vector>(
      repeating: task.bias.map { unaligned($0 + run.lane) } ?? Vector(repeating: 0))
    var weight = task.weight + run.lane
    var plane = task.x + run.row &* task.xSteps.row + run.column
    for _ in 0..<task.inputs {
      var tapRow = plane
      for _ in 0..<task.kernel.rows {
        var tap = tapRow
        for _ in 0..<task.kernel.columns {
          let weights = unaligned(weight)
          for place in 0..<width {
            sums[place] = multiplyAdd(sums[place], Vector(repeating: tap[place]), weights)
          }
          weight += blockLanes
          tap += task.xSteps.tap
        }
        tapRow += task.xSteps.tapRow
      }
      plane += task.xSteps.channel
    }
    let y = run.target(task)
    for place in 0..<width { store(sums[place], y + place &* blockLanes) }
  }
}
