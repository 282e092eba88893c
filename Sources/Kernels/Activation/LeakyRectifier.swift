/// x where it is positive, and a small share of it elsewhere.
public struct LeakyRectifier<Scalar: BinaryFloatingPoint & Sendable>: Activation {
  /// The share that is left of a negative number.
  public var negativeSlope: Scalar

  /// Makes the function.
  @inlinable public init(negativeSlope: Scalar) { self.negativeSlope = negativeSlope }

  /// The function's value.
  @inlinable @inline(__always)
  public func value(at x: Scalar) -> Scalar { x > 0 ? x : x * negativeSlope }

  /// The function's derivative; that of the negative side at zero, as in PyTorch.
  @inlinable @inline(__always)
  public func slope(at x: Scalar) -> Scalar { x > 0 ? 1 : negativeSlope }
}
