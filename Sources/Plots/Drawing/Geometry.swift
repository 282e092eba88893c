/// A place in a figure, in pixels from its upper left corner.
struct Point {
  var x: Double
  var y: Double
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

  func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  func outset(_ distance: Double) -> Rectangle {
    Rectangle(
      left: left - distance, top: top - distance,
      right: right + distance, bottom: bottom + distance)
  }

  /// The largest rectangle of the given height-to-width ratio inside, in the middle.
  func fitted(ratio: Double) -> Rectangle {
    let width = min(self.width, height / ratio)
    let height = width * ratio
    return Rectangle(
      left: center.x - width / 2, top: center.y - height / 2,
      right: center.x + width / 2, bottom: center.y + height / 2)
  }
}
