/// `x / (1 + exp(-x))`, also called swish.
public struct SigmoidLinearUnit<Scalar: RealMath & Sendable>: Activation {
  /// Makes the function.
  @inlinable public init() {}

  /// The function's value.
  @inlinable @inline(__always)
  public func value(at x: Scalar) -> Scalar { x / (1 + Scalar.exp(-x)) }

  /// The function's derivative.
  @inlinable @inline(__always)
  public func slope(at x: Scalar) -> Scalar {
    let share = 1 / (1 + Scalar.exp(-x))
    return share * (1 + x * (1 - share))
  }
}
