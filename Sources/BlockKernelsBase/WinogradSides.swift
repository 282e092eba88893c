/// Numbers of a tile along one axis.
typealias Line<let count: Int, V> = InlineArray<count, V>

/// A tile along one axis: the matrices of ``WinogradKernels`` times a line.
///
/// Lines have places for the largest tile; a smaller one uses some of them.
protocol TileSide {
  /// Inputs that the outputs are made from.
  static var inputs: Int { get }
  /// Number of outputs, at most.
  static var outputs: Int { get }
  /// Whether there is a position, infinity aside, which a tile that hangs over does not have.
  static func has(_ position: Int) -> Bool
  /// `Bᵀ d`.
  static func transformed<V: SIMD>(input d: Line<6, V>) -> Line<6, V> where V.Scalar == Float
  /// `Aᵀ m`.
  static func transformed<V: SIMD>(output m: Line<6, V>) -> Line<4, V> where V.Scalar == Float
  /// `A y`.
  static func transformed<V: SIMD>(outputGradient y: Line<4, V>) -> Line<6, V>
  where V.Scalar == Float
  /// `B v`.
  static func transformed<V: SIMD>(inputGradient v: Line<6, V>) -> Line<6, V>
  where V.Scalar == Float
}

/// The points of the interpolation besides zero and infinity, ±a and ±b, and their squares.
private enum Points {
  static var a: Float { 0.75 }
  static var b: Float { 1.5 }
  static var p: Float { a * a }
  static var q: Float { b * b }
}

/// `sum + a · b`.
@inline(__always)
private func add<V: SIMD>(_ sum: V, _ a: Float, _ b: V) -> V where V.Scalar == Float {
  multiplyAdd(sum, V(repeating: a), b)
}

/// F(4, 3): up to four outputs.
enum LongSide: TileSide {
  static var inputs: Int { 6 }
  static var outputs: Int { 4 }

  @inline(__always)
  static func has(_ position: Int) -> Bool { true }

  @inline(__always)
  static func transformed<V: SIMD>(input d: Line<6, V>) -> Line<6, V> where V.Scalar == Float {
    let (p, q, a, b) = (Points.p, Points.q, Points.a, Points.b)
    let (even, odd) = (add(d[4], -q, d[2]), add(d[3], -q, d[1]))
    let (outerEven, outerOdd) = (add(d[4], -p, d[2]), add(d[3], -p, d[1]))
    return [
      add(add(d[4], -p - q, d[2]), p * q, d[0]), add(even, a, odd), add(even, -a, odd),
      add(outerEven, b, outerOdd), add(outerEven, -b, outerOdd),
      add(add(d[5], -p - q, d[3]), p * q, d[1]),
    ]
  }

  @inline(__always)
  static func transformed<V: SIMD>(output m: Line<6, V>) -> Line<4, V> where V.Scalar == Float {
    let (p, q, a, b) = (Points.p, Points.q, Points.a, Points.b)
    let (even, odd) = (m[1] + m[2], (m[1] - m[2]) * a)
    let (outerEven, outerOdd) = (m[3] + m[4], (m[3] - m[4]) * b)
    return [
      m[0] + even + outerEven, odd + outerOdd, add(even * p, q, outerEven),
      add(add(m[5], p, odd), q, outerOdd),
    ]
  }

  @inline(__always)
  static func transformed<V: SIMD>(outputGradient y: Line<4, V>) -> Line<6, V>
  where V.Scalar == Float {
    let (p, q, a, b) = (Points.p, Points.q, Points.a, Points.b)
    let (even, odd) = (add(y[0], p, y[2]), add(y[1], p, y[3]))
    let (outerEven, outerOdd) = (add(y[0], q, y[2]), add(y[1], q, y[3]))
    return [
      y[0], add(even, a, odd), add(even, -a, odd), add(outerEven, b, outerOdd),
      add(outerEven, -b, outerOdd), y[3],
    ]
  }

  @inline(__always)
  static func transformed<V: SIMD>(inputGradient v: Line<6, V>) -> Line<6, V>
  where V.Scalar == Float {
    let (p, q, a, b) = (Points.p, Points.q, Points.a, Points.b)
    let (even, odd) = (v[1] + v[2], (v[1] - v[2]) * a)
    let (outerEven, outerOdd) = (v[3] + v[4], (v[3] - v[4]) * b)
    return [
      v[0] * (p * q), add(add(v[5] * (p * q), -q, odd), -p, outerOdd),
      add(add(v[0] * (-p - q), -q, even), -p, outerEven), add(odd + outerOdd, -p - q, v[5]),
      v[0] + even + outerEven, v[5],
    ]
  }
}

/// F(2, 3) with the same weights: up to two outputs, from the points 0, ±a and infinity.
enum ShortSide: TileSide {
  static var inputs: Int { 4 }
  static var outputs: Int { 2 }

  @inline(__always)
  static func has(_ position: Int) -> Bool { position != 3 && position != 4 }

  @inline(__always)
  static func transformed<V: SIMD>(input d: Line<6, V>) -> Line<6, V> where V.Scalar == Float {
    let (p, q, a, none) = (Points.p, Points.q, Points.a, V(repeating: 0))
    let (even, odd) = (d[2] * (p - q), d[1] * (p - q))
    return [
      add(d[2] * -q, p * q, d[0]), add(even, a, odd), add(even, -a, odd), none, none,
      add(d[3], -p, d[1]),
    ]
  }

  @inline(__always)
  static func transformed<V: SIMD>(output m: Line<6, V>) -> Line<4, V> where V.Scalar == Float {
    let none = V(repeating: 0)
    return [m[0] + m[1] + m[2], add(m[5], Points.a, m[1] - m[2]), none, none]
  }

  @inline(__always)
  static func transformed<V: SIMD>(outputGradient y: Line<4, V>) -> Line<6, V>
  where V.Scalar == Float {
    let none = V(repeating: 0)
    return [y[0], add(y[0], Points.a, y[1]), add(y[0], -Points.a, y[1]), none, none, y[1]]
  }

  @inline(__always)
  static func transformed<V: SIMD>(inputGradient v: Line<6, V>) -> Line<6, V>
  where V.Scalar == Float {
    let (p, q, a, none) = (Points.p, Points.q, Points.a, V(repeating: 0))
    let (even, odd) = ((v[1] + v[2]) * (p - q), (v[1] - v[2]) * (a * (p - q)))
    return [v[0] * (p * q), add(odd, -p, v[5]), add(even, -q, v[0]), v[5], none, none]
  }
}

/// `G g`.
@inline(__always)
func transformed<V: SIMD>(weight g: Line<3, V>) -> Line<6, V> where V.Scalar == Float {
  let (p, q, a, b) = (Points.p, Points.q, Points.a, Points.b)
  let (inner, outer) = (1 / (2 * p * (p - q)), 1 / (2 * q * (q - p)))
  let (even, odd) = (add(g[0], p, g[2]) * inner, g[1] * (a * inner))
  let (outerEven, outerOdd) = (add(g[0], q, g[2]) * outer, g[1] * (b * outer))
  return [
    g[0] * (1 / (p * q)), even + odd, even - odd, outerEven + outerOdd, outerEven - outerOdd, g[2],
  ]
}

/// `Gᵀ u`.
@inline(__always)
func transformed<V: SIMD>(weightGradient u: Line<6, V>) -> Line<3, V> where V.Scalar == Float {
  let (p, q, a, b) = (Points.p, Points.q, Points.a, Points.b)
  let (inner, outer) = (1 / (2 * p * (p - q)), 1 / (2 * q * (q - p)))
  let (even, odd) = ((u[1] + u[2]) * inner, (u[1] - u[2]) * (a * inner))
  let (outerEven, outerOdd) = ((u[3] + u[4]) * outer, (u[3] - u[4]) * (b * outer))
  return [
    add(even + outerEven, 1 / (p * q), u[0]), odd + outerOdd,
    add(add(u[5], p, even), q, outerEven),
  ]
}
