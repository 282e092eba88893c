/// The numbers of a step of Adam or AdamW, in PyTorch's form.
public struct AdaptiveTerms<Scalar: BinaryFloatingPoint & Sendable>: Sendable {
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

  /// Gathers the numbers.
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
}
