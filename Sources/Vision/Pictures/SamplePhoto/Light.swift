/// Red, green and blue between 0 and 1.
typealias Light = SIMD3<Float>

extension Light {
  /// The light of a web colour, such as `.web(0xFFCC66)`.
  static func web(_ code: UInt32) -> Light {
    Light(Float(code >> 16 & 255), Float(code >> 8 & 255), Float(code & 255)) / 255
  }
}

/// From `a` (`t` = 0) to `b` (`t` = 1).
func mix(_ a: Float, _ b: Float, _ t: Float) -> Float {
  a + (b - a) * t
}

/// From `a` (`t` = 0) to `b` (`t` = 1).
func mix(_ a: Light, _ b: Light, _ t: Float) -> Light {
  a + (b - a) * t
}

/// 0 below `low`, 1 above `high`, and smooth between them.
func ramp(_ low: Float, _ high: Float, _ value: Float) -> Float {
  let t = min(max((value - low) / (high - low), 0), 1)
  return t * t * (3 - 2 * t)
}
