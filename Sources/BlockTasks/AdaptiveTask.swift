/// A step of Adam over some parameters.
public struct AdaptiveTask {
  /// What is changed.
  public var parameter: UnsafeMutablePointer<Float>
  /// Its gradient.
  public var gradient: UnsafePointer<Float>
  /// The running mean of the gradients.
  public var mean: UnsafeMutablePointer<Float>
  /// The running mean of their squares.
  public var square: UnsafeMutablePointer<Float>
  /// Number of parameters.
  public var count: Int
  /// The options.
  public var terms: AdaptiveTerms

  /// Gathers the operands.
  public init(
    _ terms: AdaptiveTerms, parameter: UnsafeMutablePointer<Float>,
    gradient: UnsafePointer<Float>, mean: UnsafeMutablePointer<Float>,
    square: UnsafeMutablePointer<Float>, count: Int
  ) {
    self.terms = terms
    self.parameter = parameter
    self.gradient = gradient
    self.mean = mean
    self.square = square
    self.count = count
  }
}

/// The numbers of a step of Adam.
public struct AdaptiveTerms: Sendable {
  /// How far a step goes, divided by the correction of the first mean.
  public var stepSize: Float
  /// The square root of the correction of the second mean.
  public var squareCorrection: Float
  /// The shares of the means that a step keeps.
  public var betas: (Float, Float)
  /// What keeps the divisor away from zero.
  public var eps: Float
  /// What each gradient gets of its parameter.
  public var weightDecay: Float
  /// What each parameter is multiplied by before the step.
  public var shrinkage: Float

  /// Gathers the numbers.
  public init(
    stepSize: Float, squareCorrection: Float, betas: (Float, Float), eps: Float,
    weightDecay: Float, shrinkage: Float
  ) {
    self.stepSize = stepSize
    self.squareCorrection = squareCorrection
    self.betas = betas
    self.eps = eps
    self.weightDecay = weightDecay
    self.shrinkage = shrinkage
  }
}
