import Plots
import Testing

/// Ticks and their labels, pinned to matplotlib 3.11.2: `MaxNLocator(n, steps=[1, 2, 2.5, 5, 10])`
/// and `ScalarFormatter` on an axis from `lower` to `upper`, after `fig.canvas.draw()`.
@Suite struct TickTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var lower: Double
    var upper: Double
    var intervals: Int
    var labels: [String]
    var common: String
    var testDescription: String { "\(lower)...\(upper), \(intervals)" }

    init(
      _ lower: Double, _ upper: Double, _ intervals: Int, _ labels: [String], _ common: String
    ) {
      self.lower = lower
      self.upper = upper
      self.intervals = intervals
      self.labels = labels
      self.common = common
    }
  }

  static let cases = [
    Case(0, 1, 9, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], ""),
    Case(-0.5, 27.5, 8, ["0", "5", "10", "15", "20", "25"], ""),
    Case(-0.5, 27.5, 4, ["0", "10", "20"], ""),
    Case(-0.5, 220.5, 8, ["0", "50", "100", "150", "200"], ""),
    Case(0, 9.99, 9, ["0", "2", "4", "6", "8"], ""),
    Case(-2.2, 2.2, 9, ["−2.0", "−1.5", "−1.0", "−0.5", "0.0", "0.5", "1.0", "1.5", "2.0"], ""),
    Case(0.2425, 0.7275, 9, ["0.3", "0.4", "0.5", "0.6", "0.7"], ""),
    Case(-175000, 3675000, 9, ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5"], "1e6"),
    Case(1e-07, 9.5e-07, 9, ["1", "2", "3", "4", "5", "6", "7", "8", "9"], "1e−7"),
    Case(100000, 100010, 9, ["0", "2", "4", "6", "8", "10"], "+1e5"),
    Case(0, 0.0001, 5, ["0.00000", "0.00002", "0.00004", "0.00006", "0.00008", "0.00010"], ""),
    Case(
      -0.000123, 0.000456, 9, ["−0.0001", "0.0000", "0.0001", "0.0002", "0.0003", "0.0004"], ""),
    Case(
      12345.6, 12345.9, 6, ["0.60", "0.65", "0.70", "0.75", "0.80", "0.85", "0.90"], "+1.2345e4"),
    Case(
      -99, -98.2, 9,
      ["−99.0", "−98.9", "−98.8", "−98.7", "−98.6", "−98.5", "−98.4", "−98.3", "−98.2"], ""),
    Case(0, 60000, 7, ["0", "10000", "20000", "30000", "40000", "50000", "60000"], ""),
    Case(0.1, 0.3, 3, ["0.1", "0.2", "0.3"], ""),
    Case(
      10000000000.0, 10000100000.0, 9, ["0", "20000", "40000", "60000", "80000", "100000"], "+1e10"),
    Case(-3, 1e-09, 9, ["−3.0", "−2.5", "−2.0", "−1.5", "−1.0", "−0.5", "0.0"], ""),
    Case(
      86.3, 90.5, 9, ["86.5", "87.0", "87.5", "88.0", "88.5", "89.0", "89.5", "90.0", "90.5"], ""),
  ]

  /// The texts of all ticks, and what is taken out of them, are matplotlib's.
  @Test(arguments: cases) func labels(_ example: Case) {
    let ticks = TickLocator(intervals: example.intervals)
      .ticks(from: example.lower, to: example.upper)
    let labels = TickLabels(ticks, from: example.lower, to: example.upper)
    #expect(labels.texts == example.labels)
    #expect(labels.common == example.common)
  }

  /// Whatever the range, ticks lie in it, rise, and are not too many.
  @Test func anyRange() {
    var state: UInt64 = 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    for _ in 0..<20_000 {
      let size = [1e-300, 1e-9, 1e-3, 1, 50, 1e6, 1e15, 1e300][Int(random() * 8)]
      let low = (random() - 0.5) * size
      let high = low + random() * size
      guard high > low else { continue }
      let ticks = TickLocator(intervals: 1 + Int(random() * 9)).ticks(from: low, to: high)
      #expect((1...12).contains(ticks.count))
      #expect(ticks == ticks.sorted())
      let slack = 1e-9 * (high - low)
      #expect(ticks.allSatisfy { low - slack <= $0 && $0 <= high + slack })
      #expect(TickLabels(ticks, from: low, to: high).texts.count == ticks.count)
    }
  }

  /// Ranges that hold no number do not hang or trap.
  @Test func degenerateRanges() {
    for (low, high) in [(1.0, 1.0), (0, .infinity), (2, 1), (.nan, 1), (-1e308, 1e308)] {
      let ticks = TickLocator(intervals: 9).ticks(from: low, to: high)
      #expect(ticks.count <= 12)
      _ = TickLabels(ticks, from: low, to: high)
    }
  }
}
