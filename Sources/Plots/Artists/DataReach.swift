/// The numbers that something drawn takes up on both axes.
struct DataReach {
  var x = Span()
  var y = Span()

  /// From the smallest to the largest number, and ends that take no margin.
  struct Span {
    private(set) var low = Double.infinity
    private(set) var high = -Double.infinity
    /// The smallest number above zero, where an axis of logarithms begins.
    private(set) var leastPositive = Double.infinity
    /// Ends that stay where they are: the edges of a picture, the foot of a bar.
    var fixed: [Double] = []

    init() {}

    init(_ values: some Sequence<Double>, fixed: [Double] = []) {
      self.fixed = fixed
      for value in values { include(value) }
    }

    mutating func include(_ value: Double) {
      // Beyond, the range itself could overflow.
      guard abs(value) < 1e300 else { return }
      low = min(low, value)
      high = max(high, value)
      if value > 0 { leastPositive = min(leastPositive, value) }
    }

    mutating func include(_ other: Span) {
      low = min(low, other.low)
      high = max(high, other.high)
      leastPositive = min(leastPositive, other.leastPositive)
      fixed += other.fixed
    }
  }
}
