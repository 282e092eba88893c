@_implementationOnly import Glibc

extension Axes {
  /// The ends of both axes; swapped where the axis is turned around.
  package var limits: (x: (Double, Double), y: (Double, Double)) {
    var x = DataReach.Span()
    var y = DataReach.Span()
    for artist in artists {
      let reach = artist.reach
      x.include(reach.x)
      y.include(reach.y)
    }
    return (xAxis.limits(showing: x), yAxis.limits(showing: y))
  }
}

extension AxisSettings {
  /// The ends that were set, else all values with a twentieth of their range on both sides.
  func limits(showing span: DataReach.Span) -> (Double, Double) {
    let (low, high) = limits ?? (scale == .log ? logLimits(span) : linearLimits(span))
    return isInverted && limits == nil ? (high, low) : (low, high)
  }

  private func linearLimits(_ span: DataReach.Span) -> (Double, Double) {
    var (low, high) = (span.low, span.high)
    if low > high { return (0, 1) }
    let largest = max(abs(low), abs(high))
    // matplotlib widens a single value by a twentieth of itself before the margin, and takes
    // values that differ by less than doubles can tell for one.
    if high - low <= largest * 1e-15 || largest < 1e-287 {
      let half = largest < 1e-287 ? 0.05 : largest * 0.05
      (low, high) = (low - half, high + half)
    }
    let margin = 0.05 * (high - low)
    return Self.bounded((low - margin, high + margin), inside: (low, high), span.fixed)
  }

  private func logLimits(_ span: DataReach.Span) -> (Double, Double) {
    var (low, high) = (max(1e-290, span.leastPositive), span.high)
    if low > high { return (1, 10) }
    if low == high {
      // A single value gets the decades around it.
      low = pow(10, (log10(low)).rounded(.up) - 1)
      high = pow(10, (log10(high)).rounded(.down) + 1)
    }
    let margin = pow(10, 0.05 * (log10(high) - log10(low)))
    // Within what doubles hold, however wide the axis.
    let outer = (max(1e-300, low / margin), min(1e300, high * margin))
    return Self.bounded(outer, inside: (low, high), span.fixed)
  }

  /// The margins, but not across an end that takes none.
  private static func bounded(
    _ outer: (Double, Double), inside inner: (Double, Double), _ fixed: [Double]
  ) -> (Double, Double) {
    let slack = 1e-9 * (inner.1 - inner.0)
    let low = fixed.filter { $0 <= inner.0 + slack }.max()
    let high = fixed.filter { $0 >= inner.1 - slack }.min()
    return (max(outer.0, low ?? outer.0), min(outer.1, high ?? outer.1))
  }
}
