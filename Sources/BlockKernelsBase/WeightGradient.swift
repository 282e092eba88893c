import BlockTasks

/// The gradient of a convolution's weight, directly.
///
/// A tile of weights stays in registers while the planes pass by: four output channels times as
/// many taps as registers allow. One load of the input serves four channels, one load of the
/// gradient all taps.
@Sendable
func addWeightGradient(_ task: WeightGradientTask) {
  forEachSummand(lanes: task.lanes) { part in
    var output = 0
    while output < task.outputs {
      switch task.outputs &- output {
      case 4...: addWeights(task, Channels<4>(first: output), part)
      case 2...: addWeights(task, Channels<2>(first: output), part)
      default: addWeights(task, Channels<1>(first: output), part)
      }
      output &+= task.outputs &- output >= 4 ? 4 : task.outputs &- output >= 2 ? 2 : 1
    }
  }
}

/// Vectors of a block that go into the same sums.
struct Summand {
  let lane: Int
  let vectors: Int
  /// How many lanes of a sum hold images.
  let lanes: Int
}

/// All vectors of a full block go into the same sums, so that whole cache lines are used at once; of
/// a block with fewer images each vector goes alone, and what is in the other lanes is left out.
@inline(__always)
func forEachSummand(lanes: Int, _ body: (Summand) -> Void) {
  let width = Vector.scalarCount
  if lanes == blockLanes {
    return body(Summand(lane: 0, vectors: blockLanes / width, lanes: width))
  }
  forEachVector(lanes: lanes) {
    body(Summand(lane: $0, vectors: 1, lanes: min(lanes &- $0, width)))
  }
}

@inline(never)
private func addWeights<let channels: Int>(
  _ task: WeightGradientTask, _ outputs: Channels<channels>, _ part: Summand
) {
  let taps = task.inputs &* task.kernel.rows &* task.kernel.columns
  var walk = TapWalk(task)
  var tiles = (taps &+ tileWidth &- 1) / tileWidth
  var tap = 0
  while tap < taps {
    let width = (taps &- tap &+ tiles &- 1) / tiles
    switch width {
    case 6: addTile(task, outputs, Taps<6>(first: tap, &walk), part)
    case 5: addTile(task, outputs, Taps<5>(first: tap, &walk), part)
    case 4: addTile(task, outputs, Taps<4>(first: tap, &walk), part)
    case 3: addTile(task, outputs, Taps<3>(first: tap, &walk), part)
    case 2: addTile(task, outputs, Taps<2>(first: tap, &walk), part)
    default: addTile(task, outputs, Taps<1>(first: tap, &walk), part)
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
  _ part: Summand
) {
  var sums = InlineArray<width, InlineArray<channels, Vector>>(
    repeating: InlineArray(repeating: Vector(repeating: 0)))
  var xRow = task.x + part.lane
  var gradientRow = task.gradient + outputs.first &* task.gradientSteps.channel + part.lane
  for _ in 0..<task.size.rows {
    var (x, gradient) = (xRow, gradientRow)
    for _ in 0..<task.size.columns {
      for vector in 0..<part.vectors {
        let lane = vector &* Vector.scalarCount
        var gradients = InlineArray<channels, Vector>(repeating: Vector(repeating: 0))
        for channel in 0..<channels {
          gradients[channel] = load(gradient + channel &* task.gradientSteps.channel + lane)
        }
        for tap in 0..<width {
          let value = load(x + taps.starts[tap] + lane)
          for channel in 0..<channels {
            sums[tap][channel] = multiplyAdd(sums[tap][channel], gradients[channel], value)
          }
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
  for channel in 0..<channels {
    for tap in 0..<width {
      target[channel &* row &+ tap] += sum(sums[tap][channel], lanes: part.lanes)
    }
  }
}
