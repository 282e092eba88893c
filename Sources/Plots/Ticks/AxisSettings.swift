/// How the numbers of an axis are spread.
public enum Scale: Sendable {
  /// Equal distances for equal differences.
  case linear
  /// Equal distances for equal ratios; numbers that are not above zero are not shown.
  case log
}

/// What has been asked of one of the two axes.
struct AxisSettings {
  /// The ends, or `nil` to show all that is drawn.
  var limits: (Double, Double)?
  var scale = Scale.linear
  /// Whether the smaller numbers are on the right or on top.
  var isInverted = false
  /// Where the ticks stand, or `nil` for numbers that a person would choose.
  var ticks: [Double]?
  /// The text at these ticks, or `nil` for the numbers.
  var labels: [String]?
  /// Degrees by which the labels are turned to the left.
  var rotation = 0.0
  /// Which part of a label is at the tick; the middle along x, the right end along y.
  var alignment: HorizontalAlignment?
}
