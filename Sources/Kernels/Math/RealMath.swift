internal import Glibc

/// The functions of libm for the floating-point types that tensors store.
public protocol RealMath: BinaryFloatingPoint {
  /// e to the power of x.
  static func exp(_ x: Self) -> Self
  /// e to the power of x, less one.
  static func expm1(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// The natural logarithm of one more than x.
  static func log1p(_ x: Self) -> Self
  /// The sine of an angle in radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of an angle in radians.
  static func cos(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// The error function.
  static func erf(_ x: Self) -> Self
  /// x to the power of y.
  static func pow(_ x: Self, _ y: Self) -> Self
}

extension Float: RealMath {
  /// e to the power of x.
  public static func exp(_ x: Float) -> Float { Glibc.expf(x) }
  /// e to the power of x, less one.
  public static func expm1(_ x: Float) -> Float { Glibc.expm1f(x) }
  /// The natural logarithm.
  public static func log(_ x: Float) -> Float { Glibc.logf(x) }
  /// The natural logarithm of one more than x.
  public static func log1p(_ x: Float) -> Float { Glibc.log1pf(x) }
  /// The sine of an angle in radians.
  public static func sin(_ x: Float) -> Float { Glibc.sinf(x) }
  /// The cosine of an angle in radians.
  public static func cos(_ x: Float) -> Float { Glibc.cosf(x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: Float) -> Float { Glibc.tanhf(x) }
  /// The error function.
  public static func erf(_ x: Float) -> Float { Glibc.erff(x) }
  /// x to the power of y.
  public static func pow(_ x: Float, _ y: Float) -> Float { Glibc.powf(x, y) }
}

extension Double: RealMath {
  /// e to the power of x.
  public static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  /// e to the power of x, less one.
  public static func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
  /// The natural logarithm.
  public static func log(_ x: Double) -> Double { Glibc.log(x) }
  /// The natural logarithm of one more than x.
  public static func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  /// The sine of an angle in radians.
  public static func sin(_ x: Double) -> Double { Glibc.sin(x) }
  /// The cosine of an angle in radians.
  public static func cos(_ x: Double) -> Double { Glibc.cos(x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
  /// The error function.
  public static func erf(_ x: Double) -> Double { Glibc.erf(x) }
  /// x to the power of y.
  public static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}
