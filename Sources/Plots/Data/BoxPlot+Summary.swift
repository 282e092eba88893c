extension BoxPlot {
  /// What a box shows of its numbers; not a number where there are none.
  public struct Summary: Sendable, Equatable {
    /// Half of the numbers lie below.
    public let median: Double
    /// A quarter of the numbers lie below.
    public let firstQuartile: Double
    /// Three quarters of the numbers lie below.
    public let thirdQuartile: Double
    /// The least number that lies at most one and a half box heights below the box.
    public let lowWhisker: Double
    /// The greatest number that lies at most one and a half box heights above the box.
    public let highWhisker: Double
    /// The numbers beyond the whiskers, in order.
    public let outliers: [Double]

    package init(_ values: [Double]) {
      let sorted = values.filter(\.isFinite).sorted()
      let first = Self.quantile(sorted, 0.25)
      let third = Self.quantile(sorted, 0.75)
      let room = 1.5 * (third - first)
      let within = sorted.filter { $0 >= first - room && $0 <= third + room }
      median = Self.quantile(sorted, 0.5)
      (firstQuartile, thirdQuartile) = (first, third)
      // A whisker never ends inside of the box, even where no number lies between them.
      let ends = (min(within.first ?? .nan, first), max(within.last ?? .nan, third))
      (lowWhisker, highWhisker) = ends
      outliers = sorted.filter { $0 < ends.0 || $0 > ends.1 }
    }

    /// The number that such a part of the sorted ones lies below, on the line between neighbours
    /// (numpy's `percentile`).
    private static func quantile(_ sorted: [Double], _ part: Double) -> Double {
      if sorted.isEmpty { return .nan }
      let place = part * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
  }
}
