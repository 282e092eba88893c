internal import Glibc

/// A scalar whose exponential and logarithm the C library computes.
public protocol ExponentialScalar: BinaryFloatingPoint {
  /// e to the power of the value.
  static func exponential(_ value: Self) -> Self
  /// The natural logarithm.
  static func logarithm(_ value: Self) -> Self
}

extension Float: ExponentialScalar {
  /// e to the power of the value.
  public static func exponential(_ value: Float) -> Float { expf(value) }
  /// The natural logarithm.
  public static func logarithm(_ value: Float) -> Float { logf(value) }
}

extension Double: ExponentialScalar {
  /// e to the power of the value.
  public static func exponential(_ value: Double) -> Double { exp(value) }
  /// The natural logarithm.
  public static func logarithm(_ value: Double) -> Double { log(value) }
}
