extension Axes {
  /// The ends of both axes; those of y are swapped where a picture hangs from its upper edge.
  var limits: (x: (Double, Double), y: (Double, Double)) {
    let x = xlim ?? range(of: lines.flatMap(\.x), images: images.map(\.extent.x))
    let y = range(of: lines.flatMap(\.y), images: images.map(\.extent.y))
    return (x, ylim ?? (images.isEmpty ? y : (y.1, y.0)))
  }

  /// All values with a twentieth of their range on both sides; pictures without.
  private func range(
    of values: [Double], images: [ClosedRange<Double>]
  ) -> (Double, Double) {
    // Beyond, the range itself could overflow.
    let values =
      values.filter { abs($0) < 1e300 } + images.flatMap { [$0.lowerBound, $0.upperBound] }
    guard var low = values.min(), var high = values.max() else { return (0, 1) }
    if !images.isEmpty { return (low, high) }
    if low == high {
      // matplotlib widens a single value by a twentieth of itself before the margin.
      let half = low == 0 ? 0.05 : abs(low) * 0.05
      (low, high) = (low - half, high + half)
    }
    let margin = 0.05 * (high - low)
    return (low - margin, high + margin)
  }
}
