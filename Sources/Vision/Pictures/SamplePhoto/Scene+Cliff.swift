extension Scene {
  /// The headland on the right, grass above rock.
  func cliff(_ point: Point) -> Light? {
    let top = Self.cliffTop(point.x)
    let rough = ValueNoise.layered(Point(point.y * 9, 2), layers: 4, seed: 31)
    let edge = 0.5 + 0.09 * rough - (point.y - top) * 0.22
    guard point.x > edge, point.y > top else { return nil }
    let inside = point.y - top
    let grain = ValueNoise.layered(Point(point.x * 40, point.y * 26), layers: 3, seed: 33)
    if inside < 0.035 + 0.02 * grain {
      return Light.web(0x7E9A4B) * (0.75 + 0.5 * grain)
    }
    let strata = ValueNoise.at(Point(point.x * 5, point.y * 55), seed: 35)
    let rock = mix(Light.web(0x6B5A50), Light.web(0xC29A7A), 0.6 * strata + 0.4 * grain)
    return rock * (1.05 - 0.9 * inside) * (0.8 + 0.25 * ramp(0.12, 0, point.x - edge))
  }

  static func cliffTop(_ x: Float) -> Float {
    0.565 - 0.03 * ramp(0.5, 0.8, x)
      + 0.012 * ValueNoise.layered(Point(x * 12, 7), layers: 3, seed: 37)
  }
}
