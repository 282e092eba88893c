/// The mt19937 generator of Matsumoto and Nishimura (1998), PyTorch's source of randomness.
///
/// http://www.math.sci.hiroshima-u.ac.jp/m-mat/MT/emt.html
struct MersenneTwister: Sendable {
  private static let size = 624
  private static let shift = 397

  private var state: [UInt32]
  private var position = Self.size

  /// Starts the sequence of a seed, of which PyTorch keeps the low 32 bits.
  init(seed: UInt64) {
    state = [UInt32](repeating: 0, count: Self.size)
    state[0] = UInt32(truncatingIfNeeded: seed)
    for i in 1..<Self.size {
      let previous = state[i - 1]
      state[i] = 1_812_433_253 &* (previous ^ previous >> 30) &+ UInt32(i)
    }
  }

  /// The next 32 random bits.
  mutating func next() -> UInt32 {
    if position == Self.size { refill() }
    var y = state[position]
    position += 1
    y ^= y >> 11
    y ^= y << 7 & 0x9d2c_5680
    y ^= y << 15 & 0xefc6_0000
    return y ^ y >> 18
  }

  private mutating func refill() {
    position = 0
    state.withUnsafeMutableBufferPointer { state in
      for i in 0..<Self.size {
        let next = state[(i + 1) % Self.size]
        let y = state[i] & 0x8000_0000 | next & 0x7fff_ffff
        let twist = next & 1 == 0 ? 0 : 0x9908_b0df as UInt32
        state[i] = state[(i + Self.shift) % Self.size] ^ y >> 1 ^ twist
      }
    }
  }
}
