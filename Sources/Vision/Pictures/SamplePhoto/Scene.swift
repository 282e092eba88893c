/// An evening by the sea, painted from the back to the front: sky, hills, water, a lighthouse on
/// its cliff, a meadow with a fence, and a martlet in the air.
///
/// Coordinates run from 0 to 1, y pointing down. Each layer lets the one behind it through where it
/// has nothing to show.
struct Scene {
  static let horizon: Float = 0.6
  static let sun = Point(0.27, 0.45)

  /// The light that comes from `point`.
  func light(at point: Point) -> Light {
    if let bird = bird(point) { return bird }
    if let meadow = meadow(point) { return meadow }
    if let lighthouse = lighthouse(point) { return lighthouse }
    if let cliff = cliff(point) { return cliff }
    if point.y > Self.horizon { return sea(point) }
    if let hills = hills(point) { return hills }
    return sky(point)
  }
}
