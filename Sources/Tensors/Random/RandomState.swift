internal import Kernels

/// The state of a generator, with the distributions of PyTorch's
/// aten/src/ATen/core/DistributionsHelper.h.
package struct RandomState: Sendable {
  let seed: Int
  var bits: MersenneTwister
  /// The second number of the last pair of normal ones.
  private var nextNormal: Double?

  init(seed: Int) {
    self.seed = seed
    bits = MersenneTwister(seed: UInt64(bitPattern: Int64(seed)))
  }

  mutating func next64() -> UInt64 {
    let high = UInt64(bits.next())
    return high << 32 | UInt64(bits.next())
  }

  /// A number in 0..<1 of 24 random bits.
  package mutating func uniform() -> Float { Float(bits.next() & 0xff_ffff) * 0x1p-24 }

  /// A number in 0..<1 of 53 random bits.
  package mutating func uniform() -> Double { Double(next64() & (1 << 53 - 1)) * 0x1p-53 }

  /// A whole number in 0..<range.
  package mutating func whole(below range: UInt64) -> UInt64 {
    range >= 1 << 28 ? next64() % range : UInt64(bits.next()) % range
  }

  /// A number of the standard normal distribution, after Box and Muller, two at a time.
  package mutating func normal() -> Double {
    if let next = nextNormal {
      nextNormal = nil
      return next
    }
    let turn: Double = uniform()
    let level: Double = uniform()
    let radius = (-2 * Double.log1p(-level)).squareRoot()
    let angle = 2 * Double.pi * turn
    nextNormal = radius * Double.sin(angle)
    return radius * Double.cos(angle)
  }
}
