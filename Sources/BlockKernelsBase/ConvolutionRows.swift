import BlockTasks

/// Direct convolution for one output channel, with windows of three neighbouring columns.
///
/// A run of a row's outputs stays in registers. Three neighbours see each input, which is loaded
/// once for all of them, since with few input channels there is little else to do.
@Sendable
func convolveRows(_ task: ConvolutionTask) { forEachRun(task, NeighbourLoop.self) }

private enum NeighbourLoop: RunLoop {
  @inline(__always)
  static func run<let width: Int>(_ task: ConvolutionTask, _ run: Run<width>) {
    var sums = InlineArray<width, Vector>(repeating: Vector(repeating: task.bias?[0] ?? 0))
    var plane = task.x + run.row &* task.xSteps.row + run.column &* blockLanes + run.lane
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
    let y = run.target(task)
    for place in 0..<width { store(sums[place], y + place &* blockLanes) }
  }
}
