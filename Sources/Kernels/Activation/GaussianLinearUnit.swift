/// `x · Φ(x)`, where Φ is the distribution function of the normal distribution (Hendrycks and
/// Gimpel, 2016).
public struct GaussianLinearUnit<Scalar: RealMath & Sendable>: Activation {
  /// Makes the function.
  @inlinable public init() {}

  /// The function's value.
  @inlinable @inline(__always)
  public func value(at x: Scalar) -> Scalar { x * distribution(x) }

  /// The function's derivative.
  @inlinable @inline(__always)
  public func slope(at x: Scalar) -> Scalar {
    // 1/√(2π), the height of the bell curve.
    distribution(x) + x * Scalar(0.398_942_280_401_432_7) * Scalar.exp(x * x * Scalar(-0.5))
  }

  @inlinable @inline(__always)
  func distribution(_ x: Scalar) -> Scalar {
    Scalar(0.5) * (1 + Scalar.erf(x * Scalar(0.5.squareRoot())))
  }
}

/// ``GaussianLinearUnit`` with a hyperbolic tangent in place of the error function.
public struct TanhLinearUnit<Scalar: RealMath & Sendable>: Activation {
  /// Makes the function.
  @inlinable public init() {}

  /// The function's value.
  @inlinable @inline(__always)
  public func value(at x: Scalar) -> Scalar { Scalar(0.5) * x * (1 + bend(x)) }

  /// The function's derivative.
  @inlinable @inline(__always)
  public func slope(at x: Scalar) -> Scalar {
    let bend = bend(x)
    let steepness = Scalar(scale) * (1 + Scalar(3 * cubeShare) * x * x)
    return Scalar(0.5) * (1 + bend + x * (1 - bend * bend) * steepness)
  }

  @inlinable @inline(__always)
  func bend(_ x: Scalar) -> Scalar {
    Scalar.tanh(Scalar(scale) * (x + Scalar(cubeShare) * x * x * x))
  }

  /// √(2/π).
  @inlinable @inline(__always) var scale: Double { 0.797_884_560_802_865_4 }
  @inlinable @inline(__always) var cubeShare: Double { 0.044_715 }
}
