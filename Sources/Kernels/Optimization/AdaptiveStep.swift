/// The step of Adam and AdamW, in PyTorch's form (`torch/optim/adam.py`, "single tensor").
public struct AdaptiveStep<Scalar: BinaryFloatingPoint & Sendable>: Sendable {
  /// How far a step goes, divided by the correction of the first mean.
  public var stepSize: Scalar
  /// The square root of the correction of the second mean.
  public var squareCorrection: Scalar
  /// The shares of the means that a step keeps.
  public var betas: (Scalar, Scalar)
  /// What keeps the divisor away from zero.
  public var eps: Scalar
  /// What each gradient gets of its parameter (Adam's decay).
  public var weightDecay: Scalar
  /// What each parameter is multiplied by before the step (AdamW's decay).
  public var shrinkage: Scalar

  /// Gathers the options.
  public init(
    stepSize: Scalar, squareCorrection: Scalar, betas: (Scalar, Scalar), eps: Scalar,
    weightDecay: Scalar, shrinkage: Scalar
  ) {
    self.stepSize = stepSize
    self.squareCorrection = squareCorrection
    self.betas = betas
    self.eps = eps
    self.weightDecay = weightDecay
    self.shrinkage = shrinkage
  }

  /// Changes some parameters and the running means of their gradients and squares.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func callAsFunction(
    _ range: Range<Int>, parameter: UnsafeMutablePointer<Scalar>,
    gradient: UnsafePointer<Scalar>, mean: UnsafeMutablePointer<Scalar>,
    square: UnsafeMutablePointer<Scalar>
  ) {
    let rest = (1 - betas.0, 1 - betas.1)
    for index in range {
      let weight = parameter[index] * shrinkage
      let slope = gradient[index] + weightDecay * weight
      let first = mean[index] + rest.0 * (slope - mean[index])
      let second = betas.1 * square[index] + rest.1 * slope * slope
      mean[index] = first
      square[index] = second
      parameter[index] =
        weight - stepSize * first / (second.squareRoot() / squareCorrection + eps)
    }
  }
}
