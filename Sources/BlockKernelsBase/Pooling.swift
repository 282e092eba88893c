import BlockTasks

/// The first of equal maxima wins, and a NaN wins over everything, as in PyTorch.
@Sendable
func maxPool(_ task: PoolingTask) {
  let numbers = PlainNumbers(plane: task.large)
  forEachVector(lanes: blockLanes) { lane in forEachMaximum(task, numbers, lane, nil) }
}

/// The maxima of a plane that is normalised, rectified and dropped from on its way, of which nothing
/// is put into memory.
@Sendable
func maxPoolNormalized(_ task: PoolingTask, _ terms: PoolingTerms) {
  forEachVector(lanes: blockLanes) { lane in
    let normalized = NormalizedNumbers(task, terms, lane)
    if terms.threshold == 0 { return forEachMaximum(task, normalized, lane, terms.values) }
    forEachMaximum(task, DroppedNumbers(normalized, terms), lane, terms.values)
  }
}

/// What is compared, and the number that it was made from.
private typealias Candidate = (result: Vector, value: Vector)

/// Numbers whose maxima are taken.
///
/// Not a closure, which the compiler would call for each number.
private protocol PoolingNumbers {
  /// No maximum is less; nothing is below an infinite floor.
  var floor: Vector { get }
  /// What is compared of the numbers from an index on.
  func candidate(_ index: Int) -> Candidate
}

private struct PlainNumbers: PoolingNumbers {
  let plane: UnsafePointer<Float>
  let floor = Vector(repeating: -.infinity)

  @inline(__always)
  init(plane: UnsafeMutablePointer<Float>) { self.plane = UnsafePointer(plane) }

  @inline(__always)
  func candidate(_ index: Int) -> Candidate {
    let value = load(plane + index)
    return (value, value)
  }
}

/// Normalised numbers, which the floor rectifies.
private struct NormalizedNumbers: PoolingNumbers {
  let plane: UnsafePointer<Float>
  let scale: Vector
  let shift: Vector
  let floor = Vector(repeating: 0)

  @inline(__always)
  init(_ task: PoolingTask, _ terms: PoolingTerms, _ lane: Int) {
    plane = UnsafePointer(task.large)
    scale = terms.scale.map { unaligned($0 + lane) } ?? Vector(repeating: 1)
    shift = terms.shift.map { unaligned($0 + lane) } ?? Vector(repeating: 0)
  }

  @inline(__always)
  func candidate(_ index: Int) -> Candidate {
    let value = load(plane + index)
    return (multiplyAdd(shift, scale, value), value)
  }
}

/// Such numbers of which some are dropped: the mask does not ask whether they were rectified.
private struct DroppedNumbers: PoolingNumbers {
  let normalized: NormalizedNumbers
  let scale: Vector
  let threshold: Bits
  let counter: Bits
  let floor = Vector(repeating: 0)

  @inline(__always)
  init(_ normalized: NormalizedNumbers, _ terms: PoolingTerms) {
    self.normalized = normalized
    scale = Vector(repeating: terms.dropScale)
    (threshold, counter) = (Bits(repeating: terms.threshold), lanesCounted(from: terms.key))
  }

  @inline(__always)
  func candidate(_ index: Int) -> Candidate {
    let (result, value) = normalized.candidate(index)
    let bits = randomBits(counter &+ Bits(repeating: UInt32(truncatingIfNeeded: index)))
    return ((result * scale).replacing(with: floor, where: bits .< threshold), value)
  }
}

/// Writes the maxima of the lanes from one on; a NaN is below no floor and stays.
@inline(__always)
private func forEachMaximum<Numbers: PoolingNumbers>(
  _ task: PoolingTask, _ numbers: Numbers, _ lane: Int, _ values: UnsafeMutablePointer<Float>?
) {
  guard task.findsTaps else { return forEachLargest(task, numbers, lane) }
  let zero = Vector(repeating: 0)
  forEachWindowOrSquare(task) { place, window, isSquare in
    var (best, found) =
      isSquare
      ? maximumOfSquare(task, window, lane, numbers)
      : maximum(task, window, lane, numbers)
    let isLow = best.result .<= zero
    found.replace(with: -found, where: isLow)
    store(best.result, task.small + place &* blockLanes + lane)
    store(found, task.taps + place &* blockLanes + lane)
    if let values {
      best.value.replace(with: zero, where: isLow)
      store(best.value, values + place &* blockLanes + lane)
    }
  }
}

/// Writes the maxima alone.
@inline(__always)
private func forEachLargest<Numbers: PoolingNumbers>(
  _ task: PoolingTask, _ numbers: Numbers, _ lane: Int
) {
  forEachWindowOrSquare(task) { place, window, isSquare in
    let best =
      isSquare
      ? largestOfSquare(task, window, lane, numbers)
      : largest(task, window, lane, numbers)
    store(best, task.small + place &* blockLanes + lane)
  }
}

/// The largest number of a window.
@inline(__always)
private func largest<Numbers: PoolingNumbers>(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ lane: Int, _ numbers: Numbers
) -> Vector {
  var best = Vector(repeating: -.infinity)
  forEachTap(task, window) { _, place in
    var result = numbers.candidate(place &* blockLanes &+ lane).result
    result.replace(with: numbers.floor, where: result .< numbers.floor)
    best.replace(with: result, where: (result .> best) .| (result .!= result))
  }
  return best
}

/// The same for two by two numbers: comparing them in pairs forgets a NaN, which is put back.
@inline(__always)
private func largestOfSquare<Numbers: PoolingNumbers>(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ lane: Int, _ numbers: Numbers
) -> Vector {
  let columns = task.input.columns &* blockLanes
  let corner = window.row &* columns &+ window.column &* blockLanes &+ lane
  let upper = pair(numbers, corner), lower = pair(numbers, corner &+ columns)
  var best = larger(larger(upper.best, lower.best), numbers.floor)
  best.replace(with: Vector(repeating: .nan), where: upper.isUndefined .| lower.isUndefined)
  return best
}

/// The larger of two neighbours, and whether one of them is a NaN.
@inline(__always)
private func pair<Numbers: PoolingNumbers>(
  _ numbers: Numbers, _ index: Int
) -> (best: Vector, isUndefined: SIMDMask<Vector.MaskStorage>) {
  let left = numbers.candidate(index).result
  let right = numbers.candidate(index &+ blockLanes).result
  return (larger(left, right), (left .!= left) .| (right .!= right))
}

/// The larger of each two numbers, or the second where one is a NaN: one instruction.
@inline(__always)
private func larger(_ first: Vector, _ second: Vector) -> Vector {
  second.replacing(with: first, where: first .> second)
}

/// The largest number of a window, and the tap that it is.
@inline(__always)
private func maximum<Numbers: PoolingNumbers>(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ lane: Int, _ numbers: Numbers
) -> (best: Candidate, found: Vector) {
  var best = (result: Vector(repeating: -.infinity), value: Vector(repeating: 0))
  var found = Vector(repeating: 0)
  forEachTap(task, window) { tap, place in
    var (result, value) = numbers.candidate(place &* blockLanes &+ lane)
    result.replace(with: numbers.floor, where: result .< numbers.floor)
    // Nothing is larger than a NaN, so one that is kept stays unless another NaN follows.
    let wins = (result .> best.result) .| (result .!= result) .| (found .== 0)
    best.result.replace(with: result, where: wins)
    best.value.replace(with: value, where: wins)
    found.replace(with: Vector(repeating: Float(tap &+ 1)), where: wins)
  }
  return (best, found)
}

/// The same for two by two numbers: if none is above the floor, the first is as large as any.
@inline(__always)
private func maximumOfSquare<Numbers: PoolingNumbers>(
  _ task: PoolingTask, _ window: (row: Int, column: Int), _ lane: Int, _ numbers: Numbers
) -> (best: Candidate, found: Vector) {
  let columns = task.input.columns &* blockLanes
  let corner = window.row &* columns &+ window.column &* blockLanes &+ lane
  var best = numbers.candidate(corner)
  var found = Vector(repeating: 1)
  for tap in 1..<4 {
    let place = corner &+ (tap & 1) &* blockLanes &+ (tap >> 1) &* columns
    let (result, value) = numbers.candidate(place)
    let wins = (result .> best.result) .| (result .!= result)
    best.result.replace(with: result, where: wins)
    best.value.replace(with: value, where: wins)
    found.replace(with: Vector(repeating: Float(tap &+ 1)), where: wins)
  }
  let isLow = best.result .<= numbers.floor
  best.result.replace(with: numbers.floor, where: isLow)
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

  /// Whether all windows are squares of two by two places, side by side.
  @inline(__always)
  fileprivate var hasOnlySquares: Bool {
    kernel == (2, 2) && stride == (2, 2) && dilation == (1, 1) && padding == (0, 0)
      && 2 &* output.rows <= input.rows && 2 &* output.columns <= input.columns
  }

  /// Whether each place of the large plane lies in just one window.
  var isTiling: Bool {
    stride == kernel && dilation == (1, 1)
      && output.rows &* stride.rows &- padding.rows >= input.rows
      && output.columns &* stride.columns &- padding.columns >= input.columns
  }
}

/// ``forEachWindow`` for a body that does something else for squares of two by two places in the
/// plane: where all windows are such, which is nearly always, none is asked.
@inline(__always)
private func forEachWindowOrSquare(
  _ task: PoolingTask,
  _ body: (_ place: Int, _ window: (row: Int, column: Int), _ isSquare: Bool) -> Void
) {
  guard task.hasOnlySquares else {
    return forEachWindow(task) { body($0, $1, task.isSquare($1)) }
  }
  var place = 0
  for y in 0..<task.output.rows {
    for x in 0..<task.output.columns {
      body(place, (2 &* y, 2 &* x), true)
      place &+= 1
    }
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
