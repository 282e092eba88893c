public import BlockTasks

/// The step of Adam and AdamW, in PyTorch's form (`torch/optim/adam.py`, "single tensor").
public enum AdaptiveStep<Scalar: BinaryFloatingPoint & Sendable> {
  /// Changes some parameters and the running means of their gradients and squares.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func take(
    _ terms: AdaptiveTerms<Scalar>, _ range: Range<Int>,
    parameter: UnsafeMutablePointer<Scalar>, gradient: UnsafePointer<Scalar>,
    mean: UnsafeMutablePointer<Scalar>, square: UnsafeMutablePointer<Scalar>
  ) {
    let rest = (1 - terms.betas.0, 1 - terms.betas.1)
    for index in range {
      let weight = parameter[index] * terms.shrinkage
      let slope = gradient[index] + terms.weightDecay * weight
      let first = mean[index] + rest.0 * (slope - mean[index])
      let second = terms.betas.1 * square[index] + rest.1 * slope * slope
      mean[index] = first
      square[index] = second
      parameter[index] =
        weight - terms.stepSize * first
        / (second.squareRoot() / terms.squareCorrection + terms.eps)
    }
  }
}
