public import Tensors

/// The loss of raw scores: `F.crossEntropy` with its options kept.
///
///     let criterion = CrossEntropyLoss()
///     let loss = criterion(model(images), labels)
public final class CrossEntropyLoss: LikelihoodCriterion {
  /// The loss of scores against the class of each sample.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.crossEntropy(
      input, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
  }
}
