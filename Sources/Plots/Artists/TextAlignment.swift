/// The part of a text that stands at its place, from left to right.
public enum HorizontalAlignment: Sendable {
  /// The text begins, stands evenly around, or ends there.
  case left, center, right
}

/// The part of a text that stands at its place, from top to bottom.
public enum VerticalAlignment: Sendable {
  /// An edge or the middle of the box around the text.
  case top, center, bottom
  /// The line that the last row of letters stands on.
  case baseline
  /// The middle of the letters without what hangs below their line.
  case centerBaseline
}
