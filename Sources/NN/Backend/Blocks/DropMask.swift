/// Which elements a dropout sets to zero: found from a seed and the place of the element each time
/// it is asked for, so that no mask is kept for the way back.
struct DropMask: Equatable, Sendable {
  /// 64 random bits.
  let seed: UInt64
  /// An element goes when its 32 random bits are below this.
  let threshold: UInt32
  /// What the others are multiplied by.
  let scale: Float

  init(seed: UInt64, p: Double) {
    self.seed = seed
    threshold = UInt32(min(p * 0x1p32, 0x1p32 - 1))
    scale = Float(1 / (1 - p))
  }

  /// The start of the counter of a plane (splitmix64 of the plane's number).
  func key(_ plane: Int) -> UInt32 {
    var bits = seed &+ UInt64(truncatingIfNeeded: plane) &* 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ bits &>> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits &>> 27) &* 0x94d0_49bb_1331_11eb
    return UInt32(truncatingIfNeeded: (bits ^ bits &>> 31) &>> 32)
  }
}
