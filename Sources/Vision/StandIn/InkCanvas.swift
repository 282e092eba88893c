/// A grey picture on which round-tipped strokes leave anti-aliased ink.
struct InkCanvas {
  static let side = 28
  /// Ink of each pixel, row by row, from 0 (paper) to 1.
  private(set) var ink = [Float](repeating: 0, count: side * side)

  /// Draws from `start` to `end` (pixels, the middle of the first one at 0, 0).
  ///
  /// A pixel's ink falls off over `softness` pixels around the pen's radius. Overlapping strokes do
  /// not add up, as with a real pen.
  mutating func stroke(
    from start: Point, to end: Point, radius: Float, softness: Float, darkness: Float
  ) {
    let reach = radius + softness
    let low = pointwiseMin(start, end) - reach
    let high = pointwiseMax(start, end) + reach
    let last = Float(Self.side - 1)
    guard low.x <= last, low.y <= last, high.x >= 0, high.y >= 0 else { return }
    let along = end - start
    let lengthSquared = max((along * along).sum(), 1e-9)
    for y in Int(max(low.y.rounded(.up), 0))...Int(min(high.y, last)) {
      for x in Int(max(low.x.rounded(.up), 0))...Int(min(high.x, last)) {
        let offset = Point(Float(x), Float(y)) - start
        let t = min(max((offset * along).sum() / lengthSquared, 0), 1)
        let gap = offset - along * t
        let distance = (gap * gap).sum().squareRoot()
        let cover = min(max((reach - distance) / (2 * softness), 0), 1)
        let position = y * Self.side + x
        ink[position] = max(ink[position], cover * darkness)
      }
    }
  }

  /// The centre of mass of the ink; `nil` on white paper.
  var centre: Point? {
    var (sum, weighted) = (Float(0), Point.zero)
    for y in 0..<Self.side {
      for x in 0..<Self.side {
        let value = ink[y * Self.side + x]
        sum += value
        weighted += Point(Float(x), Float(y)) * value
      }
    }
    return sum > 0 ? weighted / sum : nil
  }
}
