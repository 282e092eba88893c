import BlockTasks

/// The gradient of the weight of a convolution whose outputs were pooled two by two, from the
/// gradients of the maxima of one output channel.
///
/// Only one of a window's four places has a gradient, another one in each lane. Instead of bringing
/// gradients back to that place, what the taps see there is brought here: of two neighbouring
/// columns and then of two neighbouring rows each lane takes one. So there is one product where
/// `addWeightGradient` has four, of which three are with zeros.
@Sendable
func addPooledWeightGradient(_ task: WeightGradientTask, _ pooling: PoolingTask) {
  forEachSummand(lanes: task.lanes) { part in
    for input in 0..<task.inputs {
      var column = 0
      while column < task.kernel.columns {
        // Of six vectors a third, since what the rows before and after see is held as well.
        switch min(task.kernel.columns &- column, tileWidth / 2) {
        case 3...:
          addColumns(task, pooling, TapColumns<3>(input: input, first: column), part)
          column &+= 3
        case 2:
          addColumns(task, pooling, TapColumns<2>(input: input, first: column), part)
          column &+= 2
        default:
          addColumns(task, pooling, TapColumns<1>(input: input, first: column), part)
          column &+= 1
        }
      }
    }
  }
}

/// Some columns of the taps of an input channel.
private struct TapColumns<let count: Int> {
  let input: Int
  let first: Int
}

/// The same for so many rows.
private struct TapRows<let count: Int> {}

@inline(never)
private func addColumns<let columns: Int>(
  _ task: WeightGradientTask, _ pooling: PoolingTask, _ taps: TapColumns<columns>, _ part: Summand
) {
  switch task.kernel.rows {
  case 5: addTaps(task, pooling, taps, TapRows<5>(), part)
  case 3: addTaps(task, pooling, taps, TapRows<3>(), part)
  default: break
  }
}

@inline(__always)
private func addTaps<let columns: Int, let rows: Int>(
  _ task: WeightGradientTask, _ pooling: PoolingTask, _ taps: TapColumns<columns>,
  _: TapRows<rows>, _ part: Summand
) {
  // One by one, not in arrays: so the compiler keeps all of them in registers.
  var (a, b, c, d, e) = (Neighbours(), Neighbours(), Neighbours(), Neighbours(), Neighbours())
  let steps = task.xSteps
  var xRow = task.x + taps.input &* steps.channel + taps.first &* blockLanes + part.lane
  var place = 0
  for _ in 0..<pooling.output.rows {
    var x = xRow
    for _ in 0..<pooling.output.columns {
      for vector in 0..<part.vectors {
        let lane = vector &* Vector.scalarCount
        let (gradient, tap) = maximum(pooling, place &* blockLanes &+ part.lane &+ lane)
        let isRight = (tap .== Vector(repeating: 2)) .| (tap .== Vector(repeating: 4))
        let isLower = tap .> Vector(repeating: 2)
        var row = x + lane
        let seen0 = seen(row, isRight, taps)
        row += steps.tapRow
        let seen1 = seen(row, isRight, taps)
        a.add(gradient, seen0, seen1, isLower, taps)
        row += steps.tapRow
        let seen2 = seen(row, isRight, taps)
        b.add(gradient, seen1, seen2, isLower, taps)
        row += steps.tapRow
        let seen3 = seen(row, isRight, taps)
        c.add(gradient, seen2, seen3, isLower, taps)
        if rows > 3 {
          row += steps.tapRow
          let seen4 = seen(row, isRight, taps)
          d.add(gradient, seen3, seen4, isLower, taps)
          row += steps.tapRow
          let seen5 = seen(row, isRight, taps)
          e.add(gradient, seen4, seen5, isLower, taps)
        }
      }
      x += 2 &* blockLanes
      place &+= 1
    }
    xRow += 2 &* steps.row
  }
  let step = task.kernel.columns
  let target = task.weightGradient + taps.input &* task.kernel.rows &* step + taps.first
  a.finish(target, part.lanes, taps)
  b.finish(target + step, part.lanes, taps)
  c.finish(target + 2 &* step, part.lanes, taps)
  if rows > 3 {
    d.finish(target + 3 &* step, part.lanes, taps)
    e.finish(target + 4 &* step, part.lanes, taps)
  }
}

/// The gradient of a window's maximum, and the tap that it is: no gradient where that of a maximum
/// that is not positive is not wanted, or where there is none.
@inline(__always)
private func maximum(_ pooling: PoolingTask, _ index: Int) -> (gradient: Vector, tap: Vector) {
  let zero = Vector(repeating: 0)
  var tap = load(pooling.taps + index)
  if !pooling.positiveOnly { tap = choice(tap .< zero, tap, -tap) }
  return (choice(tap .> zero, zero, load(pooling.small + index) * pooling.scale), tap)
}

/// Numbers of up to three neighbouring taps.
private struct Neighbours {
  var first = Vector(repeating: 0)
  var second = Vector(repeating: 0)
  var third = Vector(repeating: 0)

  /// Adds the products with what the taps see in the one row or the next.
  @inline(__always)
  mutating func add<let columns: Int>(
    _ gradient: Vector, _ upper: Neighbours, _ lower: Neighbours,
    _ isLower: Lanes, _: TapColumns<columns>
  ) {
    first = multiplyAdd(
      first, gradient, choice(isLower, upper.first, lower.first))
    if columns > 1 {
      second = multiplyAdd(
        second, gradient, choice(isLower, upper.second, lower.second))
    }
    if columns > 2 {
      third = multiplyAdd(
        third, gradient, choice(isLower, upper.third, lower.third))
    }
  }

  /// Adds the sums over all lanes to the weights of a row.
  @inline(__always)
  func finish<let columns: Int>(
    _ target: UnsafeMutablePointer<Float>, _ lanes: Int, _: TapColumns<columns>
  ) {
    target[0] += sum(first, lanes: lanes)
    if columns > 1 { target[1] += sum(second, lanes: lanes) }
    if columns > 2 { target[2] += sum(third, lanes: lanes) }
  }
}

/// What taps see of a row: what lies here, or one place to the right.
@inline(__always)
private func seen<let columns: Int>(
  _ x: UnsafePointer<Float>, _ isRight: Lanes,
  _: TapColumns<columns>
) -> Neighbours {
  var result = Neighbours()
  let (here, next) = (load(x), load(x + blockLanes))
  result.first = choice(isRight, here, next)
  if columns > 1 {
    let third = load(x + 2 &* blockLanes)
    result.second = choice(isRight, next, third)
    if columns > 2 {
      result.third = choice(isRight, third, load(x + 3 &* blockLanes))
    }
  }
  return result
}

/// The lanes of a comparison, all of whose bits are alike.
private typealias Lanes = SIMDMask<Vector.MaskStorage>

/// The second number in some lanes, the first in the others.
///
/// It is what `replacing` does, which looks at one lane after the other until the compiler's last
/// steps, and until then is too much for it in so large a loop.
@inline(__always)
private func choice(_ lanes: Lanes, _ first: Vector, _ second: Vector) -> Vector {
  let (a, b) = (unsafeBitCast(first, to: Lanes.self), unsafeBitCast(second, to: Lanes.self))
  return unsafeBitCast(a .^ ((a .^ b) .& lanes), to: Vector.self)
}
