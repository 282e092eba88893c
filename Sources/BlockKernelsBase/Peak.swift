/// Multiplies and adds as fast as this module's vectors can, and returns how many operations that
/// was: what shares of the processor's peak are measured against.
@Sendable
func multiplyAdds(_ rounds: Int) -> Int {
  // Twenty sums that do not wait for each other, as many as a tile of a convolution has.
  var sums = InlineArray<20, Vector>(repeating: Vector(repeating: 0))
  let (a, b) = (Vector(repeating: 1.000_000_1), Vector(repeating: 1e-9))
  for _ in 0..<rounds {
    for index in 0..<sums.count { sums[index] = multiplyAdd(b, sums[index], a) }
  }
  var total = Vector(repeating: 0)
  for index in 0..<sums.count { total += sums[index] }
  // What is never used would not be computed.
  // Lane by lane: `total.sum()` would be a function that other modules share, built for this
  // module's processors.
  var sum: Float = 0
  for lane in 0..<Vector.scalarCount { sum += total[lane] }
  return sum.isNaN ? 0 : rounds * sums.count * Vector.scalarCount * 2
}
