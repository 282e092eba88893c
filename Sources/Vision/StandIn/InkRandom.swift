/// Random numbers of the drawn digits: SplitMix64, one stream for each picture.
///
/// Only exact arithmetic follows from it (no `sin`, no `exp`), so the same digits are drawn, byte
/// for byte, on every machine. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014.
struct InkRandom {
  private var state: UInt64

  init(stream: UInt64, index: Int) {
    state = stream &* 0xd134_2543_de82_ef95 &+ UInt64(index) &* 0xda94_2042_e4dd_58b5
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A whole number below `bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next() >> 33) % bound
  }

  /// Even over `range`.
  mutating func even(_ range: ClosedRange<Float>) -> Float {
    let unit = Float(next() >> 40) * 0x1p-24
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  /// Bell-shaped about 0 with the given spread, never beyond 3.5 times of it: the sum of four even
  /// numbers, which needs no logarithm.
  mutating func bell(_ spread: Float) -> Float {
    var sum: Float = 0
    for _ in 0..<4 { sum += even(-1...1) }
    return sum * spread * 0.866_025_4
  }
}
