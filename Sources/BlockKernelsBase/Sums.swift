/// The sum of what `term` gives at each place of a plane, over the lanes that hold an image.
///
/// Each lane adds at most a thousand numbers in single precision; those sums are added in double.
@inline(__always)
private func sum(_ count: Int, lanes: Int, _ term: (_ index: Int) -> Vector) -> Double {
  var total = 0.0
  forEachVector(lanes: lanes) { lane in
    var place = 0
    while place < count {
      let end = min(place &+ 1024, count)
      // Four sums at a time, since one addition waits for the last.
      var (a, b, c, d) = (
        Vector(repeating: 0), Vector(repeating: 0), Vector(repeating: 0), Vector(repeating: 0)
      )
      while place &+ 4 <= end {
        a += term(place &* blockLanes &+ lane)
        b += term((place &+ 1) &* blockLanes &+ lane)
        c += term((place &+ 2) &* blockLanes &+ lane)
        d += term((place &+ 3) &* blockLanes &+ lane)
        place &+= 4
      }
      while place < end {
        a += term(place &* blockLanes &+ lane)
        place &+= 1
      }
      let vector = (a + b) + (c + d)
      for index in 0..<min(lanes &- lane, Vector.scalarCount) { total += Double(vector[index]) }
    }
  }
  return total
}

@Sendable
func sum(_ x: UnsafePointer<Float>, _ count: Int, _ lanes: Int) -> Double {
  sum(count, lanes: lanes) { load(x + $0) }
}

@Sendable
func sumOfSquares(
  _ x: UnsafePointer<Float>, _ center: Float, _ count: Int, _ lanes: Int
) -> Double {
  let center = Vector(repeating: center)
  return sum(count, lanes: lanes) {
    let difference = load(x + $0) - center
    return difference * difference
  }
}

@Sendable
func sumWithProduct(
  _ x: UnsafePointer<Float>, _ value: UnsafePointer<Float>, _ center: Float, _ count: Int,
  _ lanes: Int
) -> (sum: Double, product: Double) {
  let center = Vector(repeating: center)
  return (
    sum(count, lanes: lanes) { load(x + $0) },
    sum(count, lanes: lanes) { load(x + $0) * (load(value + $0) - center) }
  )
}
