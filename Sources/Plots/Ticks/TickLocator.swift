@_implementationOnly import Glibc

/// Where the ticks of an axis stand: at most so many, at multiples of 1, 2, 2.5 or 5 times a
/// power of ten.
///
/// The rule is that of matplotlib's `MaxNLocator` with the steps of its `AutoLocator`, so that
/// an axis has the same ticks.
package struct TickLocator {
  /// The largest number of intervals.
  var intervals: Int

  /// As many ticks as the labels leave room for, at most ten.
  init(length: Double, labelSize: Double, labelsPerTick: Double) {
    intervals = max(1, min(9, Int(length / (labelSize * labelsPerTick))))
  }

  package init(intervals: Int) { self.intervals = intervals }

  package func ticks(from lower: Double, to upper: Double) -> [Double] {
    guard upper > lower, (upper - lower).isFinite else { return [lower] }
    let (scale, offset) = scaleAndOffset(lower, upper)
    let (low, high) = (lower - offset, upper - offset)
    let steps = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20].map { $0 * scale }
    let wanted = (high - low) / Double(intervals)
    let largest = steps.firstIndex { $0 >= wanted } ?? steps.count - 1
    var ticks: [Double] = []
    for step in steps[...largest].reversed() {
      let base = (low / step).rounded(.down) * step
      let first = multiple(step, offset, notAbove: low - base)
      let last = multiple(step, offset, notBelow: high - base)
      ticks = stride(from: first, through: last, by: 1).map { $0 * step + base }
      if ticks.count(where: { low <= $0 && $0 <= high }) >= 2 { break }
    }
    // A tick that rounding alone puts outside belongs to the axis.
    let slack = 1e-10 * (high - low)
    return ticks.filter { low - slack <= $0 && $0 <= high + slack }.map { $0 + offset }
  }

  /// The power of ten to measure steps in, and a round number near values far from zero.
  private func scaleAndOffset(_ lower: Double, _ upper: Double) -> (Double, Double) {
    let middle = (lower + upper) / 2
    let far = abs(middle) / (upper - lower) >= 100
    let offset = far ? copysign(pow(10, log10(abs(middle)).rounded(.down)), middle) : 0
    return (pow(10, log10((upper - lower) / Double(intervals)).rounded(.down)), offset)
  }

  /// The largest n with n · step ≤ x, forgiving what rounding took away.
  private func multiple(_ step: Double, _ offset: Double, notAbove x: Double) -> Double {
    let whole = (x / step).rounded(.down)
    return abs(x / step - whole - 1) < tolerance(step, offset) ? whole + 1 : whole
  }

  /// The smallest n with n · step ≥ x, forgiving what rounding added.
  private func multiple(_ step: Double, _ offset: Double, notBelow x: Double) -> Double {
    let whole = (x / step).rounded(.down)
    return abs(x / step - whole) < tolerance(step, offset) ? whole : whole + 1
  }

  private func tolerance(_ step: Double, _ offset: Double) -> Double {
    if offset == 0 { return 1e-10 }
    return min(0.4999, max(1e-10, pow(10, log10(abs(offset) / step) - 12)))
  }
}
