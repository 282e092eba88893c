internal import Kernels

/// Turns sixteen uniform numbers into normal ones, after Box and Muller, as PyTorch does for
/// contiguous tensors of sixteen elements or more.
///
/// PyTorch works on vectors of eight, with the polynomials of Moshier's Cephes library for
/// logarithm, sine and cosine (`avx_mathfun.h`), and its compiler contracts products and sums into
/// one rounding. Here is the same arithmetic, number by number, so the result is the same to the
/// bit. (On a processor without AVX2 PyTorch's own numbers differ in the last bit.)
enum NormalBlock {
  static let count = 16

  static func fill(_ block: UnsafeMutablePointer<Float>, mean: Float, std: Float) {
    // `Float.pi` is rounded towards zero, not to the nearest.
    let turn = Float(2 * Double.pi)
    for i in 0..<8 {
      let radius = (-2 * logarithm(1 - block[i])).squareRoot()
      let (sine, cosine) = sineAndCosine(turn * block[i + 8])
      block[i] = mean.addingProduct(radius * cosine, std)
      block[i + 8] = mean.addingProduct(radius * sine, std)
    }
  }

  /// Double precision takes the functions of libm.
  static func fill(_ block: UnsafeMutablePointer<Double>, mean: Double, std: Double) {
    for i in 0..<8 {
      let radius = (-2 * Double.log(1 - block[i])).squareRoot()
      let angle = 2 * Double.pi * block[i + 8]
      block[i] = radius * Double.cos(angle) * std + mean
      block[i + 8] = radius * Double.sin(angle) * std + mean
    }
  }

  /// logf of Cephes, for positive normal numbers.
  private static func logarithm(_ value: Float) -> Float {
    var exponent = Float(Int(value.bitPattern >> 23) - 126)
    // The fraction in 0.5..<1, then brought to √½..<√2, less one.
    var x = Float(bitPattern: value.bitPattern & 0x807f_ffff | 0x3f00_0000)
    if x < 0.707106781186547524 {
      exponent -= 1
      x = x - 1 + x
    } else {
      x -= 1
    }
    let square = x * x
    var y: Float = 7.0376836292e-2
    for coefficient in logarithmCoefficients { y = coefficient.addingProduct(y, x) }
    y *= x
    y = (exponent * -2.12194440e-4).addingProduct(y, square)
    y -= square * 0.5
    x += y
    return x.addingProduct(exponent, 0.693359375)
  }

  private static let logarithmCoefficients: [Float] = [
    -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
    2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
  ]

  /// sinf and cosf of Cephes, for angles that are not negative.
  private static func sineAndCosine(_ angle: Float) -> (Float, Float) {
    // The octant, rounded up to an even number, and what is left of the angle, in three parts.
    let octant = (Int32(angle * 1.27323954473516) &+ 1) & ~1
    let y = Float(octant)
    var x = angle.addingProduct(y, -0.78515625)
    x = x.addingProduct(y, -2.4187564849853515625e-4)
    x = x.addingProduct(y, -3.77489497744594108e-8)
    let square = x * x
    var cosine: Float = 2.443315711809948e-5
    cosine = Float(-1.388731625493765e-3).addingProduct(cosine, square)
    cosine = Float(4.166664568298827e-2).addingProduct(cosine, square)
    cosine = (square * -0.5).addingProduct(cosine * square, square) + 1
    var sine: Float = -1.9515295891e-4
    sine = Float(8.3321608736e-3).addingProduct(sine, square)
    sine = Float(-1.6666654611e-1).addingProduct(sine, square)
    sine = x.addingProduct(sine * square, x)
    if octant & 2 != 0 { swap(&sine, &cosine) }
    return (octant & 4 != 0 ? -sine : sine, (octant &- 2) & 4 == 0 ? -cosine : cosine)
  }
}
