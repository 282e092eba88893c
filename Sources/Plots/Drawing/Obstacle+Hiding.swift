extension Obstacle {
  /// How much of it a box would hide: points below it, and lines that go through it.
  func hidden(by box: Rectangle) -> Int {
    switch self {
    case .curve(let points):
      let inside = points.count { box.contains($0) }
      let crossing = zip(points, points.dropFirst()).contains { box.meets($0, $1) }
      return inside + (crossing ? 1 : 0)
    case .points(let points): return points.count { box.contains($0) }
    case .box(let other): return box.overlaps(other) ? 1 : 0
    }
  }
}

extension Rectangle {
  fileprivate func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }

  fileprivate func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether a stretch of line touches the rectangle (Liang and Barsky's clipping).
  fileprivate func meets(_ start: Point, _ end: Point) -> Bool {
    guard start.isFinite, end.isFinite else { return false }
    var (enter, leave) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let sides = [
      (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y),
    ]
    for (speed, distance) in sides {
      if speed == 0 {
        if distance < 0 { return false }
      } else if speed < 0 {
        enter = max(enter, distance / speed)
      } else {
        leave = min(leave, distance / speed)
      }
    }
    return enter <= leave
  }
}
