/// `max(0, x)` and its derivative; a NaN stays one.
public enum Rectifier<Scalar: BinaryFloatingPoint> {
  /// Writes `max(0, x)` of some elements.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ range: Range<Int>, input: UnsafePointer<Scalar>, output: UnsafeMutablePointer<Scalar>
  ) {
    for index in range {
      let x = input[index]
      output[index] = x < 0 ? 0 : x
    }
  }

  /// Writes the gradient where the output is positive, else zero, for some elements.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func backward(
    _ range: Range<Int>, output: UnsafePointer<Scalar>, outputGradient: UnsafePointer<Scalar>,
    inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for index in range {
      let gradient = outputGradient[index]
      inputGradient[index] = output[index] <= 0 ? 0 : gradient
    }
  }
}
