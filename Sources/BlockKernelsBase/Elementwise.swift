import BlockTasks

/// Calls `body` with the first number of each vector of a plane.
@inline(__always)
private func forEachPlace(_ count: Int, _ body: (_ index: Int) -> Void) {
  var index = 0
  while index < count &* blockLanes {
    body(index)
    index &+= Vector.scalarCount
  }
}

@Sendable
func scaleShift(
  _ x: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, _ shift: UnsafePointer<Float>,
  _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  forEachVector(lanes: blockLanes) { lane in
    let (scale, shift) = (unaligned(scale + lane), unaligned(shift + lane))
    for place in 0..<count {
      let index = place &* blockLanes &+ lane
      store(multiplyAdd(shift, scale, load(x + index)), y + index)
    }
  }
}

@Sendable
func rectify(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
  let zero = Vector(repeating: 0)
  forEachPlace(count) {
    let value = load(x + $0)
    // A NaN is not below zero and stays.
    store(value.replacing(with: zero, where: value .< zero), y + $0)
  }
}

@Sendable
func gate(
  _ x: UnsafePointer<Float>, _ value: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
  _ count: Int
) {
  let zero = Vector(repeating: 0)
  forEachPlace(count) {
    store(load(x + $0).replacing(with: zero, where: load(value + $0) .<= zero), y + $0)
  }
}

@Sendable
func drop(
  _ x: UnsafePointer<Float>, _ key: UInt32, _ threshold: UInt32, _ scale: Float,
  _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  let (zero, scale) = (Vector(repeating: 0), Vector(repeating: scale))
  let threshold = Bits(repeating: threshold)
  var counter = lanesCounted(from: key)
  let step = Bits(repeating: UInt32(truncatingIfNeeded: Vector.scalarCount))
  forEachPlace(count) {
    let bits = randomBits(counter)
    store((load(x + $0) * scale).replacing(with: zero, where: bits .< threshold), y + $0)
    counter &+= step
  }
}

/// The counter of a mask at the numbers of the first vector.
@inline(__always)
func lanesCounted(from key: UInt32) -> Bits {
  var counter = Bits(repeating: key)
  for lane in 0..<Vector.scalarCount { counter[lane] &+= UInt32(truncatingIfNeeded: lane) }
  return counter
}

/// The random bits are those of a counter in a mixer of Chris Wellons' "hash prospector"
/// (lowbias32), so that the same mask can be had again without keeping it.
@inline(__always)
func randomBits(_ counter: Bits) -> Bits {
  var bits = counter
  bits ^= bits &>> 16
  bits &*= 0x7feb_352d
  bits ^= bits &>> 15
  bits &*= 0x846c_a68b
  bits ^= bits &>> 16
  return bits
}

@Sendable
func normalizeGradient(
  _ x: UnsafePointer<Float>, _ value: UnsafePointer<Float>, _ terms: NormalizationTerms,
  _ y: UnsafeMutablePointer<Float>, _ count: Int
) {
  let (factor, shift) = (Vector(repeating: terms.factor), Vector(repeating: terms.shift))
  let (center, slope) = (Vector(repeating: terms.center), Vector(repeating: terms.slope))
  forEachPlace(count) {
    let centered = load(value + $0) - center
    store(factor * (load(x + $0) - shift - centered * slope), y + $0)
  }
}
