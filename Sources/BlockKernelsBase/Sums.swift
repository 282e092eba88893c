/// Two sums over a plane at once.
private struct Pair {
  var first = Vector(repeating: 0)
  var second = Vector(repeating: 0)
}

/// The sums of what `add` adds at each place of a plane, over the lanes that hold an image.
///
/// Each lane adds at most a thousand numbers in single precision; those sums are added in double.
@inline(__always)
private func sums(
  _ count: Int, lanes: Int, _ add: (_ index: Int, _ sums: inout Pair) -> Void
) -> (first: Double, second: Double) {
  var total = (first: 0.0, second: 0.0)
  forEachVector(lanes: lanes) { lane in
    var place = 0
    while place < count {
      let end = min(place &+ 1024, count)
      // Four sums at a time, since one addition waits for the last.
      var (a, b, c, d) = (Pair(), Pair(), Pair(), Pair())
      while place &+ 4 <= end {
        add(place &* blockLanes &+ lane, &a)
        add((place &+ 1) &* blockLanes &+ lane, &b)
        add((place &+ 2) &* blockLanes &+ lane, &c)
        add((place &+ 3) &* blockLanes &+ lane, &d)
        place &+= 4
      }
      while place < end {
        add(place &* blockLanes &+ lane, &a)
        place &+= 1
      }
      let first = (a.first + b.first) + (c.first + d.first)
      let second = (a.second + b.second) + (c.second + d.second)
      for index in 0..<min(lanes &- lane, Vector.scalarCount) {
        total.first += Double(first[index])
        total.second += Double(second[index])
      }
    }
  }
  return total
}

@Sendable
func sum(_ x: UnsafePointer<Float>, _ count: Int, _ lanes: Int) -> Double {
  sums(count, lanes: lanes) { $1.first += load(x + $0) }.first
}

@Sendable
func sumOfSquares(
  _ x: UnsafePointer<Float>, _ center: Float, _ count: Int, _ lanes: Int
) -> Double {
  let center = Vector(repeating: center)
  return sums(count, lanes: lanes) { index, sums in
    let difference = load(x + index) - center
    sums.first = multiplyAdd(sums.first, difference, difference)
  }.first
}

@Sendable
func sumGated(
  _ x: UnsafePointer<Float>, _ gate: UnsafePointer<Float>, _ value: UnsafePointer<Float>,
  _ center: Float, _ count: Int, _ lanes: Int
) -> (sum: Double, product: Double) {
  let (center, zero) = (Vector(repeating: center), Vector(repeating: 0))
  let (sum, product) = sums(count, lanes: lanes) { index, sums in
    let x = load(x + index).replacing(with: zero, where: load(gate + index) .<= zero)
    sums.first += x
    sums.second = multiplyAdd(sums.second, x, load(value + index) - center)
  }
  return (sum, product)
}

@Sendable
func sumWithProduct(
  _ x: UnsafePointer<Float>, _ value: UnsafePointer<Float>, _ center: Float, _ count: Int,
  _ lanes: Int
) -> (sum: Double, product: Double) {
  let center = Vector(repeating: center)
  let (sum, product) = sums(count, lanes: lanes) { index, sums in
    let x = load(x + index)
    sums.first += x
    sums.second = multiplyAdd(sums.second, x, load(value + index) - center)
  }
  return (sum, product)
}
