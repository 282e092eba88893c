import BlockTasks

/// The first of equal maxima wins, and a NaN wins over everything, as in PyTorch.
@Sendable
func maxPool(_ task: PoolingTask) {
  // Nothing is below the infinite floor; a NaN is below none and stays.
  let floor = Vector(repeating: task.rectifies ? 0 : -.infinity)
  forEachVector(lanes: blockLanes) { lane in
    forEachWindow(task) { place, window in
      var (best, found) =
        task.isSquare(window)
        ? maximumOfSquare(task, window, lane, floor) : maximum(task, window, lane, floor)
      store(best, task.small + place &* blockLanes + lane)
      found.replace(with: -found, where: best .<= Vector(repeating: 0))
      store(found, task.taps + place &* blockLanes + lane)
    }
  }
}

/// The largest number of a window, and the tap that it is.
@inline(__always)
private func maximum(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ lane: Int, _ floor: Vector
) -> (best: Vector, found: Vector) {
  var best = Vector(repeating: -.infinity)
  var found = Vector(repeating: 0)
  forEachTap(task, window) { tap, place in
    var value = load(task.large + place &* blockLanes + lane)
    value.replace(with: floor, where: value .< floor)
    // Nothing is larger than a NaN, so one that is kept stays unless another NaN follows.
    let wins = (value .> best) .| (value .!= value) .| (found .== 0)
    best.replace(with: value, where: wins)
    found.replace(with: Vector(repeating: Float(tap &+ 1)), where: wins)
  }
  return (best, found)
}

/// The same for two by two numbers: if none is above the floor, the first is as large as any.
@inline(__always)
private func maximumOfSquare(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ lane: Int, _ floor: Vector
) -> (best: Vector, found: Vector) {
  let columns = task.input.columns &* blockLanes
  let corner = task.large + window.row &* columns + window.column &* blockLanes + lane
  var best = load(corner)
  var found = Vector(repeating: 1)
  for tap in 1..<4 {
    let value = load(corner + (tap & 1) &* blockLanes + (tap >> 1) &* columns)
    let wins = (value .> best) .| (value .!= value)
    best.replace(with: value, where: wins)
    found.replace(with: Vector(repeating: Float(tap &+ 1)), where: wins)
  }
  let isLow = best .<= floor
  best.replace(with: floor, where: isLow)
  found.replace(with: Vector(repeating: 1), where: isLow)
  return (best, found)
}

@Sendable
func maxPoolBackward(_ task: PoolingTask) {
  // Where windows neither overlap nor leave gaps, each place is written once and never read.
  let isTiling = task.isTiling
  if !isTiling {
    task.large.update(repeating: 0, count: task.input.rows &* task.input.columns &* blockLanes)
  }
  let zero = Vector(repeating: 0)
  forEachVector(lanes: blockLanes) { lane in
    forEachWindow(task) { place, window in
      let gradient = load(task.small + place &* blockLanes + lane) * task.scale
      var found = load(task.taps + place &* blockLanes + lane)
      if !task.positiveOnly { found.replace(with: -found, where: found .< zero) }
      forEachTap(task, window) { tap, place in
        let target = task.large + place &* blockLanes + lane
        let here = zero.replacing(
          with: gradient, where: found .== Vector(repeating: Float(tap &+ 1)))
        store(isTiling ? here : load(target) + here, target)
      }
    }
  }
}

extension PoolingTask {
  /// Whether a window is a whole square of two by two neighbours.
  @inline(__always)
  func isSquare(_ window: (row: Int, column: Int)) -> Bool {
    kernel == (2, 2) && dilation == (1, 1) && window.row >= 0 && window.column >= 0
      && window.row &+ 2 <= input.rows && window.column &+ 2 <= input.columns
  }

  /// Whether each place of the large plane lies in just one window.
  var isTiling: Bool {
    stride == kernel && dilation == (1, 1)
      && output.rows &* stride.rows &- padding.rows >= input.rows
      && output.columns &* stride.columns &- padding.columns >= input.columns
  }
}

/// Calls `body` with the place of each maximum and the row and column at which its window starts.
@inline(__always)
func forEachWindow(
  _ task: PoolingTask, _ body: (_ place: Int, _ window: (row: Int, column: Int)) -> Void
) {
  let (size, stride, padding) = (task.output, task.stride, task.padding)
  var place = 0
  for y in 0..<size.rows {
    for x in 0..<size.columns {
      body(
        place, (y &* stride.rows &- padding.rows, x &* stride.columns &- padding.columns))
      place &+= 1
    }
  }
}

/// Calls `body` with the number and the place of each tap of a window that lies in the plane.
@inline(__always)
func forEachTap(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ body: (_ tap: Int, _ place: Int) -> Void
) {
  let (size, kernel, dilation) = (task.input, task.kernel, task.dilation)
  if task.isSquare(window) {
    let place = window.row &* size.columns &+ window.column
    body(0, place)
    body(1, place &+ 1)
    body(2, place &+ size.columns)
    return body(3, place &+ size.columns &+ 1)
  }
  var row = window.row
  for ky in 0..<kernel.rows {
    if row >= 0, row < size.rows {
      var column = window.column
      for kx in 0..<kernel.columns {
        if column >= 0, column < size.columns {
          body(ky &* kernel.columns &+ kx, row &* size.columns &+ column)
        }
        column &+= dilation.columns
      }
    }
    row &+= dilation.rows
  }
}
