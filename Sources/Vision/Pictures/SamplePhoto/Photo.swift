/// The scene as a camera keeps it: sampled, darker in the corners, with film grain.
enum Photo {
  static let height = 222
  static let width = 221

  /// Rows of pixels, red, green and blue after one another.
  static func develop(samples: Int = 3) -> [UInt8] {
    let scene = Scene()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(height * width * 3)
    for y in 0..<height {
      for x in 0..<width {
        var light = expose(scene, x, y, samples)
        light *= vignette(x, y)
        light += grain(x, y)
        let levels = (light * 255).rounded(.toNearestOrEven).clamped(
          lowerBound: Light(repeating: 0), upperBound: Light(repeating: 255))
        for channel in 0..<3 { bytes.append(UInt8(levels[channel])) }
      }
    }
    return bytes
  }

  /// The mean light over one pixel.
  private static func expose(_ scene: Scene, _ x: Int, _ y: Int, _ samples: Int) -> Light {
    var sum = Light.zero
    for row in 0..<samples {
      for column in 0..<samples {
        let inside = (Point(Float(column), Float(row)) + 0.5) / Float(samples)
        let place = (Point(Float(x), Float(y)) + inside) / Point(Float(width), Float(height))
        sum += scene.light(at: place)
      }
    }
    return sum / Float(samples * samples)
  }

  private static func vignette(_ x: Int, _ y: Int) -> Float {
    let offset = Point(Float(x) / Float(width), Float(y) / Float(height)) - 0.5
    return 1.06 - 0.42 * (offset * offset).sum()
  }

  private static func grain(_ x: Int, _ y: Int) -> Light {
    let (x, y) = (Int32(x), Int32(y))
    let common = ValueNoise.cell(x, y, 71) + ValueNoise.cell(x, y, 72) - 1
    let tint = Light(
      ValueNoise.cell(x, y, 73), ValueNoise.cell(x, y, 74), ValueNoise.cell(x, y, 75))
    return Light(repeating: common * 0.022) + (tint - 0.5) * 0.012
  }
}
