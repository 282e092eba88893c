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
  public var terms: AdaptiveTerms<Float>

  /// Gathers the operands.
  public init(
    _ terms: AdaptiveTerms<Float>, parameter: UnsafeMutablePointer<Float>,
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
