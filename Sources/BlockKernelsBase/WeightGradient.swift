import BlockTasks

/// The gradient of a convolution's weight, directly.
///
/// A tile of weights stays in registers while the planes pass by: four output channels times as
/// many taps as registers allow. One load of the input serves four channels, one load of the
/// gradient all taps.
@Sendable
func addWeightGradient(_ task: WeightGradientTask) {
  forEachVector(lanes: task.lanes) { lane in
    var output = 0
    while output < task.outputs {
      switch task.outputs &- output {
      case 4...: addWeights(task, Channels<4>(first: output), lane)
      case 2...: addWeights(task, Channels<2>(first: output), lane)
      default: addWeights(task, Channels<1>(first: output), lane)
      }
      output &+= task.outputs &- output >= 4 ? 4 : task.outputs &- output >= 2 ? 2 : 1
    }
  }
}

@inline(never)
private func addWeights<let channels: Int>(
  _ task: WeightGradientTask, _ outputs: Channels<channels>, _ lane: Int
) {
  let taps = task.inputs &* task.kernel.rows &* task.kernel.columns
  var walk = TapWalk(task)
  var tiles = (taps &+ tileWidth &- 1) / tileWidth
  var tap = 0
  while tap < taps {
    let width = (taps &- tap &+ tiles &- 1) / tiles
    switch width {
    case 6: addTile(task, outputs, Taps<6>(first: tap, &walk), lane)
    case 5: addTile(task, outputs, Taps<5>(first: tap, &walk), lane)
    case 4: addTile(task, outputs, Taps<4>(first: tap, &walk), lane)
    case 3: addTile(task, outputs, Taps<3>(first: tap, &walk), lane)
    case 2: addTile(task, outputs, Taps<2>(first: tap, &walk), lane)
    default: addTile(task, outputs, Taps<1>(first: tap, &walk), lane)
    }
    tap &+= width
    tiles &-= 1
  }
}

/// Goes from tap to tap of all input channels.
private struct TapWalk {
  private var (column, row) = (0, 0)
  private var (tap, tapRow, channel) = (0, 0, 0)
  private let kernel: (rows: Int, columns: Int)
  private let steps: (channel: Int, row: Int, tapRow: Int, tap: Int)

  init(_ task: WeightGradientTask) {
    kernel = task.kernel
    steps = task.xSteps
  }

  /// Where in the input the next tap of the first window lies.
  mutating func next() -> Int {
    let here = tap
    tap &+= steps.tap
    column &+= 1
    if column == kernel.columns {
      column = 0
      row &+= 1
      tapRow &+= steps.tapRow
      if row == kernel.rows {
        row = 0
        channel &+= steps.channel
        tapRow = channel
      }
      tap = tapRow
    }
    return here
  }
}

/// Some taps that follow each other.
private struct Taps<let count: Int> {
  let first: Int
  /// Where in the input each tap of the first window lies.
  var starts: InlineArray<count, Int>

  @inline(__always)
  init(first: Int, _ walk: inout TapWalk) {
    self.first = first
    starts = InlineArray(repeating: 0)
    for index in 0..<count { starts[index] = walk.next() }
  }
}

@inline(__always)
private func addTile<let channels: Int, let width: Int>(
  _ task: WeightGradientTask, _ outputs: Channels<channels>, _ taps: borrowing Taps<width>,
  _ lane: Int
) {
  var sums = InlineArray<width, InlineArray<channels, Vector>>(
    repeating: InlineArray(repeating: Vector(repeating: 0)))
  var xRow = task.x + lane
  var gradientRow = task.gradient + outputs.first &* task.gradientSteps.channel + lane
  for _ in 0..<task.size.rows {
    var (x, gradient) = (xRow, gradientRow)
    for _ in 0..<task.size.columns {
      var gradients = InlineArray<channels, Vector>(repeating: Vector(repeating: 0))
      for channel in 0..<channels {
        gradients[channel] = load(gradient + channel &* task.gradientSteps.channel)
      }
      for tap in 0..<width {
        let value = load(x + taps.starts[tap])
        for channel in 0..<channels {
          sums[tap][channel] = multiplyAdd(sums[tap][channel], gradients[channel], value)
        }
      }
      x += blockLanes
      gradient += blockLanes
    }
    xRow += task.xSteps.row
    gradientRow += task.gradientSteps.row
  }
  let row = task.inputs &* task.kernel.rows &* task.kernel.columns
  let target = task.weightGradient + outputs.first &* row + taps.first
  let lanes = min(task.lanes &- lane, Vector.scalarCount)
  for channel in 0..<channels {
    for tap in 0..<width { target[channel &* row &+ tap] += sum(sums[tap][channel], lanes: lanes) }
  }
}
