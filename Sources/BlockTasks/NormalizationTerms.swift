/// The numbers of one channel in the gradient through a batch normalisation.
public struct NormalizationTerms: Sendable {
  /// Weight divided by the deviation.
  public var factor: Float
  /// The mean of the gradients.
  public var shift: Float
  /// The mean of the values.
  public var center: Float
  /// The mean of gradient times normalised value, divided by the deviation.
  public var slope: Float

  /// Gathers the numbers.
  public init(factor: Float, shift: Float, center: Float, slope: Float) {
    self.factor = factor
    self.shift = shift
    self.center = center
    self.slope = slope
  }
}
