/// A curve through points, as `plot` leaves it on axes.
public final class Line2D: CustomStringConvertible, @unchecked Sendable {
  /// The places of the points from left to right.
  public let x: [Double]
  /// The places of the points from bottom to top; a gap where one is not finite.
  public let y: [Double]
  /// What the legend calls the curve.
  public let label: String?

  let style: LineStyle
  let color: Color
  /// Whether the colour came from the cycle, so that the next curve takes the one after it.
  let takesCycle: Bool

  init(
    x: [Double], y: [Double], label: String?, style: LineStyle, color: Color, takesCycle: Bool
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.style = style
    self.color = color
    self.takesCycle = takesCycle
  }

  /// The label and the number of points.
  public var description: String {
    "Line2D(\(label.map { "\"\($0)\", " } ?? "")\(x.count) points)"
  }
}
