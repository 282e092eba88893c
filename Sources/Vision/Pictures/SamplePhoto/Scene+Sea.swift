extension Scene {
  func sea(_ point: Point) -> Light {
    let depth = (point.y - Self.horizon) / (1 - Self.horizon)
    // Waves look longer and flatter towards the horizon.
    let scale = 5 + 60 * (1 - depth) * (1 - depth)
    let wave = ValueNoise.layered(
      Point(point.x * 9 * (1.6 - depth), depth * scale), layers: 3, seed: 21)
    var color = mix(Light.web(0xD9B79A), Light.web(0x2F6C8C), ramp(-0.1, 0.55, depth))
    color += Light(repeating: (wave - 0.5) * 0.22)
    let path = abs(point.x - Self.sun.x - (wave - 0.5) * 0.06) / (0.035 + depth * 0.1)
    let glitter = ramp(0.42, 0.58, wave) * ramp(1.5, 0.2, path)
    return mix(color, Light.web(0xFFE9B0), glitter * 0.9)
  }
}
