/// The corner or side of the axes where a legend stands.
public enum LegendLocation: Sendable, CaseIterable {
  /// The first of the others, in this order, that hides no curve.
  case best
  /// A corner.
  case upperRight, upperLeft, lowerLeft, lowerRight
  /// A side or the middle.
  case right, centerLeft, centerRight, lowerCenter, upperCenter, center
}
