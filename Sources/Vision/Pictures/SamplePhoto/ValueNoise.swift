/// Smooth random numbers over the plane, between 0 and 1: random values at whole coordinates,
/// blended between them.
enum ValueNoise {
  /// One layer of noise.
  static func at(_ point: Point, seed: UInt32 = 0) -> Float {
    let floor = point.rounded(.down)
    let part = point - floor
    let blend = part * part * (Point(repeating: 3) - 2 * part)
    let (x, y) = (Int32(floor.x), Int32(floor.y))
    let top = mix(cell(x, y, seed), cell(x &+ 1, y, seed), blend.x)
    let bottom = mix(cell(x, y &+ 1, seed), cell(x &+ 1, y &+ 1, seed), blend.x)
    return mix(top, bottom, blend.y)
  }

  /// Layers of ever finer and fainter noise, as clouds and grass have them.
  static func layered(_ point: Point, layers: Int = 4, seed: UInt32 = 0) -> Float {
    var (sum, weight, total) = (Float(0), Float(1), Float(0))
    var point = point
    for layer in 0..<layers {
      sum += weight * at(point, seed: seed &+ UInt32(layer))
      total += weight
      weight /= 2
      point *= 2
    }
    return sum / total
  }

  /// The random value of one whole coordinate.
  static func cell(_ x: Int32, _ y: Int32, _ seed: UInt32) -> Float {
    var mixed = UInt32(bitPattern: x) &* 0x8da6_b343 ^ UInt32(bitPattern: y) &* 0xd816_3841
    mixed = mixed ^ seed &* 0xcb1a_b31f
    mixed = (mixed ^ mixed >> 16) &* 0x7feb_352d
    mixed = (mixed ^ mixed >> 15) &* 0x846c_a68b
    mixed ^= mixed >> 16
    return Float(mixed >> 8) * 0x1p-24
  }
}
