extension Scene {
  func sky(_ point: Point) -> Light {
    let height = point.y / Self.horizon
    var color = mix(Light.web(0x2F5F9E), Light.web(0x86B4D6), ramp(0, 0.6, height))
    color = mix(color, Light.web(0xFBD3A0), ramp(0.45, 1, height))
    color = clouds(over: color, point)
    let distance = ((point - Self.sun) * (point - Self.sun)).sum().squareRoot()
    color = mix(color, Light.web(0xFFE3A8), 0.75 / (1 + 90 * distance * distance))
    return mix(Light.web(0xFFF7DC), color, ramp(0.052, 0.058, distance))
  }

  private func clouds(over color: Light, _ point: Point) -> Light {
    let place = Point(point.x * 3.1 + 0.7, point.y * 9 + point.x * 0.8)
    let density = ramp(0.5, 0.78, ValueNoise.layered(place, layers: 5, seed: 11))
    let below = ValueNoise.layered(place + Point(0.05, 0.35), layers: 4, seed: 11)
    let lit = mix(Light.web(0xFFE9CF), Light.web(0xA9A4BC), ramp(0.4, 0.75, below))
    return mix(color, lit, density * 0.85 * ramp(0.02, 0.3, point.y))
  }

  /// Two ridges beyond the water, paler with distance.
  func hills(_ point: Point) -> Light? {
    let near =
      0.575 - 0.085 * ValueNoise.layered(Point(point.x * 3.2 + 5, 1), seed: 3)
      * ramp(0.75, 0.2, point.x)
    let far =
      0.56 - 0.13 * ValueNoise.layered(Point(point.x * 2.2 + 9, 4), seed: 5)
      * ramp(0.05, 0.6, point.x)
    if point.y > near { return Light.web(0x56698C) * (0.92 + 0.5 * (point.y - near)) }
    if point.y > far { return mix(Light.web(0x8A93B4), Light.web(0xC7AFAE), (point.y - far) * 6) }
    return nil
  }
}
