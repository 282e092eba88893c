import BlockTasks

/// Direct convolution: no column matrix, no packing of weights.
///
/// A tile of output elements stays in registers while all taps of all input channels pass by: four
/// output channels times as many places of the plane as registers allow. One load of the input
/// serves four channels, one load of a weight all places.
@Sendable
func convolve(_ task: ConvolutionTask) {
  forEachVector(lanes: task.lanes) { lane in
    var output = 0
    while output < task.outputs {
      switch task.outputs &- output {
      case 4...: convolvePlanes(task, Channels<4>(first: output), lane)
      case 2...: convolvePlanes(task, Channels<2>(first: output), lane)
      default: convolvePlanes(task, Channels<1>(first: output), lane)
      }
      output &+= task.outputs &- output >= 4 ? 4 : task.outputs &- output >= 2 ? 2 : 1
    }
  }
}

/// `count` channels from `first` on.
struct Channels<let count: Int> {
  let first: Int
}

/// Cuts planes into tiles of nearly equal width, since a tile takes as long as it is wide.
@inline(never)
private func convolvePlanes<let channels: Int>(
  _ task: ConvolutionTask, _ outputs: Channels<channels>, _ lane: Int
) {
  let places = task.size.rows &* task.size.columns
  var walk = Walk(task)
  var tiles = (places &+ tileWidth &- 1) / tileWidth
  var place = 0
  while place < places {
    let width = (places &- place &+ tiles &- 1) / tiles
    switch width {
    case 6: convolveTile(task, outputs, Tile<6>(place: place, &walk), lane)
    case 5: convolveTile(task, outputs, Tile<5>(place: place, &walk), lane)
    case 4: convolveTile(task, outputs, Tile<4>(place: place, &walk), lane)
    case 3: convolveTile(task, outputs, Tile<3>(place: place, &walk), lane)
    case 2: convolveTile(task, outputs, Tile<2>(place: place, &walk), lane)
    default: convolveTile(task, outputs, Tile<1>(place: place, &walk), lane)
    }
    place &+= width
    tiles &-= 1
  }
}

/// Goes from window to window of a plane without dividing.
private struct Walk {
  private(set) var row = 0
  private var column = 0
  private var start = 0
  private let columns: Int
  private let rowStep: Int
  /// The first and the last row of the input that may hold more than zeros.
  private let (firstRow, lastRow): (Int, Int)
  private let (tapRows, dilation): (Int, Int)

  init(_ task: ConvolutionTask) {
    columns = task.size.columns
    rowStep = task.xSteps.row &- columns &* blockLanes
    tapRows = task.kernel.rows
    dilation = task.xSteps.tapRow / max(1, task.xSteps.row)
    firstRow = task.zeroRows.before
    lastRow =
      task.size.rows &- 1 &+ (tapRows &- 1) &* dilation &- task.zeroRows.after
  }

  /// Which rows of taps see more than zeros in windows of the rows `first` to `last`.
  @inline(__always)
  func tapRows(ofWindows first: Int, _ last: Int) -> (first: Int, count: Int) {
    var (begin, end) = (firstRow &- last, lastRow &- first)
    if dilation > 1 {
      begin = (begin &+ dilation &- 1) / dilation
      end /= dilation
    }
    begin = max(begin, 0)
    return (begin, max(min(end &+ 1, tapRows) &- begin, 0))
  }

  /// Where in the input the next window starts.
  @inline(__always)
  mutating func next() -> Int {
    let here = start
    start &+= blockLanes
    column &+= 1
    if column == columns {
      column = 0
      row &+= 1
      start &+= rowStep
    }
    return here
  }
}

/// Some places of a plane that follow each other.
private struct Tile<let width: Int> {
  let place: Int
  /// Where in the input the window of each place starts.
  var windows: InlineArray<width, Int>
  /// The rows of taps that some window sees more than zeros through.
  let tapRows: (first: Int, count: Int)

  @inline(__always)
  init(place: Int, _ walk: inout Walk) {
    self.place = place
    windows = InlineArray(repeating: 0)
    let first = walk.row
    var last = first
    for index in 0..<width {
      last = walk.row
      windows[index] = walk.next()
    }
    tapRows = walk.tapRows(ofWindows: first, last)
  }
}

@inline(__always)
private func convolveTile<let channels: Int, let width: Int>(
  _ task: ConvolutionTask, _ outputs: Channels<channels>, _ tile: borrowing Tile<width>,
  _ lane: Int
) {
  var sums = InlineArray<width, InlineArray<channels, Vector>>(
    repeating: InlineArray(repeating: Vector(repeating: 0)))
  if let bias = task.bias {
    for place in 0..<width {
      for channel in 0..<channels {
        sums[place][channel] = Vector(repeating: bias[outputs.first &+ channel])
      }
    }
  }
  let (xSteps, steps) = (task.xSteps, task.weightSteps)
  var plane = task.x + lane
  var inputWeight = task.weight + outputs.first &* steps.output
  for _ in 0..<task.inputs {
    var weight = inputWeight + tile.tapRows.first &* task.kernel.columns &* steps.tap
    var tapRow = plane + tile.tapRows.first &* xSteps.tapRow
    for _ in 0..<tile.tapRows.count {
      var tap = tapRow
      for _ in 0..<task.kernel.columns {
        var weights = InlineArray<channels, Vector>(repeating: Vector(repeating: 0))
        for channel in 0..<channels {
          weights[channel] = Vector(repeating: weight[channel &* steps.output])
        }
        for place in 0..<width {
          let x = load(tap + tile.windows[place])
          for channel in 0..<channels {
            sums[place][channel] = multiplyAdd(sums[place][channel], weights[channel], x)
          }
        }
        weight += steps.tap
        tap += xSteps.tap
      }
      tapRow += xSteps.tapRow
    }
    plane += xSteps.channel
    inputWeight += steps.input
  }
  let y = task.y + outputs.first &* task.yChannel + tile.place &* blockLanes + lane
  for channel in 0..<channels {
    for place in 0..<width {
      store(sums[place][channel], y + channel &* task.yChannel + place &* blockLanes)
    }
  }
}
