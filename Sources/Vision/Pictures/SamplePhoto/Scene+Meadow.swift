extension Scene {
  /// Grass in the foreground with poppies, and a fence that runs over it.
  func meadow(_ point: Point) -> Light? {
    if let wood = fence(point) { return wood }
    let top = Self.meadowTop(point.x)
    let blade = 0.02 * ValueNoise.at(Point(point.x * 95, 3), seed: 41)
    guard point.y > top - blade else { return nil }
    if let flower = flower(point) { return flower }
    let near = ramp(0, 0.22, point.y - top)
    let grain = ValueNoise.layered(Point(point.x * 60, point.y * 18), layers: 3, seed: 43)
    let patch = ValueNoise.layered(point * 5, layers: 2, seed: 45)
    let grass = mix(Light.web(0xA3B04E), Light.web(0x3E6A33), 0.55 * near + 0.6 * (patch - 0.3))
    return grass * (0.62 + 0.75 * grain)
  }

  private static func meadowTop(_ x: Float) -> Float {
    0.83 - 0.1 * ramp(0.35, 1, x) + 0.06 * ramp(0, 0.5, x)
      + 0.012 * ValueNoise.layered(Point(x * 5, 9), layers: 2, seed: 47)
  }

  private func fence(_ point: Point) -> Light? {
    for index in 0..<6 {
      let x = 0.06 + 0.165 * Float(index)
      let foot = Self.meadowTop(x) + 0.045
      let lean = 0.012 * (ValueNoise.cell(Int32(index), 1, 51) - 0.5) * 4 * (foot - point.y) * 10
      let across = point.x - x - lean
      if abs(across) < 0.0105, (foot - 0.135..<foot).contains(point.y) {
        return wood(point, shade: across / 0.0105)
      }
    }
    for drop in [Float(0.028), 0.072] {
      let sway = 0.005 * ValueNoise.at(Point(point.x * 6, drop * 100), seed: 53)
      let rail = Self.meadowTop(point.x) - 0.09 + drop + 0.045 + sway - 0.03
      if abs(point.y - rail) < 0.0062, point.x > 0.045, point.x < 0.9 {
        return wood(point, shade: (point.y - rail) / 0.0062)
      }
    }
    return nil
  }

  private func wood(_ point: Point, shade: Float) -> Light {
    let grain = ValueNoise.at(Point(point.x * 30, point.y * 70), seed: 55)
    return mix(Light.web(0x8D6B4A), Light.web(0xC9A67B), grain) * (0.85 - 0.3 * shade)
  }

  private func flower(_ point: Point) -> Light? {
    let scale: Float = 15
    let cell = (point * scale).rounded(.down)
    let (x, y) = (Int32(cell.x), Int32(cell.y))
    guard ValueNoise.cell(x, y, 61) > 0.45 else { return nil }
    let heart = cell + 0.25 + 0.5 * Point(ValueNoise.cell(x, y, 62), ValueNoise.cell(x, y, 63))
    let offset = point * scale - heart
    let distance = (offset * offset * Point(1, 1.5)).sum().squareRoot()
    let radius = 0.12 + 0.11 * ramp(0.8, 1, point.y)
    guard distance < radius else { return nil }
    if distance < radius * 0.35 { return Light.web(0x5A2A20) }
    let red = ValueNoise.cell(x, y, 64) > 0.35
    return Light.web(red ? 0xE0452F : 0xF7E8C8) * (1.05 - 0.5 * distance / radius)
  }
}
