/// A place in a figure, in pixels from its upper left corner.
struct Point {
  var x: Double
  var y: Double

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// A rectangle in a figure, in pixels from its upper left corner.
struct Rectangle: Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var center: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  /// Around from the upper left one.
  var corners: [Point] {
    [
      Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
      Point(x: left, y: bottom),
    ]
  }

  /// The same with the left before the right and the top above the bottom.
  var ordered: Rectangle {
    Rectangle(
      left: min(left, right), top: min(top, bottom), right: max(left, right),
      bottom: max(top, bottom))
  }

  func union(_ other: Rectangle?) -> Rectangle {
    guard let other else { return self }
    return Rectangle(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  func intersection(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: max(left, other.left), top: max(top, other.top),
      right: min(right, other.right), bottom: min(bottom, other.bottom))
  }

  func outset(_ distance: Double) -> Rectangle {
    Rectangle(
      left: left - distance, top: top - distance,
      right: right + distance, bottom: bottom + distance)
  }

  /// The largest rectangle of the given height-to-width ratio inside, in the middle or at the
  /// right edge.
  func fitted(ratio: Double, isAtRight: Bool) -> Rectangle {
    let width = min(self.width, height / ratio)
    let height = width * ratio
    let left = isAtRight ? right - width : center.x - width / 2
    return Rectangle(
      left: left, top: center.y - height / 2, right: left + width, bottom: center.y + height / 2)
  }
}
