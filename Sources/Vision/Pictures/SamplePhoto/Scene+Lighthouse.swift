extension Scene {
  /// A tower with three red bands, its gallery and lantern, and the keeper's house beside it.
  func lighthouse(_ point: Point) -> Light? {
    if let light = lantern(point) { return light }
    if let light = tower(point) { return light }
    return house(point)
  }

  private static let axis: Float = 0.7

  private func tower(_ point: Point) -> Light? {
    let (top, foot): (Float, Float) = (0.225, 0.56)
    guard (top...foot).contains(point.y) else { return nil }
    let down = (point.y - top) / (foot - top)
    let halfWidth = 0.034 + 0.02 * down
    let side = (point.x - Self.axis) / halfWidth
    guard abs(side) <= 1 else { return nil }
    // A round wall bends the bands' lower edges.
    let band = Int((down + 0.02 * (1 - side * side)) * 7)
    var wall = band.isMultiple(of: 2) ? Light.web(0xF6EFE2) : Light.web(0xC8372D)
    let slit =
      abs(side + 0.1) < 0.16 && (down * 3.5 - 0.55).truncatingRemainder(dividingBy: 1) < 0.2
      && down > 0.18
    if slit { wall = Light.web(0x2B3340) }
    return round(wall, side)
  }

  private func lantern(_ point: Point) -> Light? {
    let across = abs(point.x - Self.axis)
    let side = (point.x - Self.axis) / 0.045
    switch point.y {
    case 0.213..<0.226: return across < 0.047 ? round(Light.web(0x39404D), side) : nil
    case 0.19..<0.213:
      let post = (point.x - Self.axis + 0.5).truncatingRemainder(dividingBy: 0.0155)
      let rail = across < 0.045 && (post < 0.0035 || point.y < 0.194)
      if rail { return Light.web(0x39404D) }
      return across < 0.026 ? glass(point) : nil
    case 0.158..<0.19: return across < 0.026 ? glass(point) : nil
    case 0.15..<0.158: return across < 0.033 ? Light.web(0x39404D) : nil
    case 0.115..<0.15:
      let up = (0.15 - point.y) / 0.035
      return across < 0.03 * (1 - up * up).squareRoot()
        ? round(Light.web(0xB23028), side * 1.5) : nil
    case 0.09..<0.115: return across < 0.0028 ? Light.web(0x39404D) : nil
    default: return nil
    }
  }

  private func glass(_ point: Point) -> Light {
    let offset = point - Point(Self.axis, 0.182)
    let distance = (offset * offset).sum().squareRoot()
    let pane = (point.x - Self.axis + 0.026).truncatingRemainder(dividingBy: 0.0174) < 0.003
    if pane { return Light.web(0x4A4F5A) }
    return mix(Light.web(0xFFFBE0), Light.web(0xE8A64A), ramp(0.004, 0.03, distance))
  }

  private func house(_ point: Point) -> Light? {
    let (left, right): (Float, Float) = (0.775, 0.925)
    let middle = (left + right) / 2
    if (0.43..<0.485).contains(point.y) {
      let slope = (point.y - 0.43) / 0.055
      if abs(point.x - middle) < 0.045 + 0.045 * slope {
        let tile = ((point.y * 90).truncatingRemainder(dividingBy: 1) < 0.25) as Bool
        return Light.web(0xA8492F) * (tile ? 0.78 : 1) * (1.1 - 0.25 * (point.x - left) / 0.15)
      }
    }
    if (0.405..<0.45).contains(point.y), (0.87..<0.89).contains(point.x) {
      return Light.web(0x7B4A3A)
    }
    guard (0.48..<0.575).contains(point.y), (left...right).contains(point.x) else { return nil }
    if (0.505..<0.54).contains(point.y) {
      for window in [Float(0.795), 0.875] where (window..<window + 0.03).contains(point.x) {
        let cross = abs(point.x - window - 0.015) < 0.0022 || abs(point.y - 0.522) < 0.0022
        return Light.web(cross ? 0x5B4A40 : 0xFFD98A)
      }
    }
    if (0.838..<0.862).contains(point.x), point.y > 0.515 { return Light.web(0x35546B) }
    return Light.web(0xEFE3D0) * (1.03 - 0.22 * (point.x - left) / 0.15)
  }

  /// Lit by the sun on the left, in shade on the right.
  private func round(_ wall: Light, _ side: Float) -> Light {
    let shade = 1 - 0.42 * ramp(-0.35, 1, side) - 0.1 * ramp(-0.6, -1, side)
    return wall * shade + Light.web(0x2A1C08) * ramp(0.2, -0.8, side)
  }
}
