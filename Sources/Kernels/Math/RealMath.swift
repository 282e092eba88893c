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
  /// The logarithm to base 2.
  static func log2(_ x: Self) -> Self
  /// The logarithm to base 10.
  static func log10(_ x: Self) -> Self
  /// The tangent of an angle in radians.
  static func tan(_ x: Self) -> Self
  /// The angle in radians of a sine.
  static func asin(_ x: Self) -> Self
  /// The angle in radians of a cosine.
  static func acos(_ x: Self) -> Self
  /// The angle in radians of a tangent.
  static func atan(_ x: Self) -> Self
  /// The hyperbolic sine.
  static func sinh(_ x: Self) -> Self
  /// The hyperbolic cosine.
  static func cosh(_ x: Self) -> Self
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
  /// The logarithm to base 2.
  public static func log2(_ x: Float) -> Float { Glibc.log2f(x) }
  /// The logarithm to base 10.
  public static func log10(_ x: Float) -> Float { Glibc.log10f(x) }
  /// The tangent of an angle in radians.
  public static func tan(_ x: Float) -> Float { Glibc.tanf(x) }
  /// The angle in radians of a sine.
  public static func asin(_ x: Float) -> Float { Glibc.asinf(x) }
  /// The angle in radians of a cosine.
  public static func acos(_ x: Float) -> Float { Glibc.acosf(x) }
  /// The angle in radians of a tangent.
  public static func atan(_ x: Float) -> Float { Glibc.atanf(x) }
  /// The hyperbolic sine.
  public static func sinh(_ x: Float) -> Float { Glibc.sinhf(x) }
  /// The hyperbolic cosine.
  public static func cosh(_ x: Float) -> Float { Glibc.coshf(x) }
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
  /// The logarithm to base 2.
  public static func log2(_ x: Double) -> Double { Glibc.log2(x) }
  /// The logarithm to base 10.
  public static func log10(_ x: Double) -> Double { Glibc.log10(x) }
  /// The tangent of an angle in radians.
  public static func tan(_ x: Double) -> Double { Glibc.tan(x) }
  /// The angle in radians of a sine.
  public static func asin(_ x: Double) -> Double { Glibc.asin(x) }
  /// The angle in radians of a cosine.
  public static func acos(_ x: Double) -> Double { Glibc.acos(x) }
  /// The angle in radians of a tangent.
  public static func atan(_ x: Double) -> Double { Glibc.atan(x) }
  /// The hyperbolic sine.
  public static func sinh(_ x: Double) -> Double { Glibc.sinh(x) }
  /// The hyperbolic cosine.
  public static func cosh(_ x: Double) -> Double { Glibc.cosh(x) }
  /// x to the power of y.
  public static func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
}
