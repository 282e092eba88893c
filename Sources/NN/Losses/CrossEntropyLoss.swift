public import Tensors

/// The loss of raw scores: `F.crossEntropy` with its options kept.
///
///     let criterion = CrossEntropyLoss(labelSmoothing: 0.1)
///     let loss = criterion(model(images), labels)
public final class CrossEntropyLoss: LikelihoodCriterion {
  /// A share of each target that goes to all classes alike.
  public let labelSmoothing: Double

  /// Makes a loss.
  ///
  /// - Parameters:
  ///   - weight: A factor for each class.
  ///   - ignoreIndex: A class number whose samples do not count.
  ///   - reduction: How the losses become one.
  ///   - labelSmoothing: A share of each target, from 0 to 1, that goes to all classes alike.
  public init(
    weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean,
    labelSmoothing: Double = 0
  ) {
    self.labelSmoothing = labelSmoothing
    super.init(weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
  }

  /// The loss of scores against the class of each sample, or the probabilities of its classes.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.crossEntropy(
      input, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction,
      labelSmoothing: labelSmoothing)
  }
}
