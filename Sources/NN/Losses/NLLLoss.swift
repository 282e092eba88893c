public import Tensors

/// The loss of logarithms of probabilities: `F.nllLoss` with its options kept.
public final class NLLLoss: LikelihoodCriterion {
  /// The loss of log-probabilities against the class of each sample.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.nllLoss(input, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
  }
}
