extension Scene {
  /// A martlet, the swift of heraldry, gliding: a crescent of wings and a forked tail.
  ///
  /// Two more are far off.
  func bird(_ point: Point) -> Light? {
    for (place, size, tone) in Self.birds {
      let p = (point - place) / size
      // Banking: the bird's axes are turned by the angle whose tangent is 0.3.
      let turned = Point(p.x + 0.3 * p.y, p.y - 0.3 * p.x) / 1.044
      if Self.isBird(turned) { return Light.web(tone) * (1 + 0.25 * turned.y) }
    }
    return nil
  }

  private static let birds: [(Point, Float, UInt32)] = [
    (Point(0.3, 0.2), 0.16, 0x252A38), (Point(0.52, 0.105), 0.05, 0x3C4A63),
    (Point(0.1, 0.115), 0.042, 0x3C4A63),
  ]

  private static func isBird(_ p: Point) -> Bool {
    let x = abs(p.x)
    // Wings: between two parabolas that meet at the tips.
    let front = -0.22 + 0.62 * x * x
    let back = -0.03 + 0.43 * x * x
    if x < 1, p.y > front, p.y < back { return true }
    // Body: an ellipse from beak to tail.
    let body = Point(p.x / 0.085, (p.y + 0.08) / 0.27)
    if (body * body).sum() < 1 { return true }
    // Tail: two points beside a notch.
    let down = (p.y - 0.1) / 0.3
    return (0...1).contains(down) && x < 0.1 + 0.05 * down && x > 0.15 * down * down * 0.9
  }
}
