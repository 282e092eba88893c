/// A function of each element with its derivative, both computed from the element itself.
public protocol Activation<Scalar>: Sendable {
  /// What it is computed in.
  associatedtype Scalar: BinaryFloatingPoint
  /// The function's value.
  func value(at x: Scalar) -> Scalar
  /// The function's derivative.
  func slope(at x: Scalar) -> Scalar
}

extension Activation {
  /// Writes the values at some elements.
  @inlinable @inline(__always)
  public func forward(
    _ range: Range<Int>, input: UnsafePointer<Scalar>, output: UnsafeMutablePointer<Scalar>
  ) {
    for index in range { output[index] = value(at: input[index]) }
  }

  /// Writes the gradient with respect to some elements.
  @inlinable @inline(__always)
  public func backward(
    _ range: Range<Int>, input: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
    inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for index in range { inputGradient[index] = outputGradient[index] * slope(at: input[index]) }
  }
}
