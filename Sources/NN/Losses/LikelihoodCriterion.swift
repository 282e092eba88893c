public import Tensors

/// What `CrossEntropyLoss` and `NLLLoss` share: their options.
public class LikelihoodCriterion: Module {
  /// A factor for each class.
  public let weight: Buffer?
  /// A class number whose samples do not count.
  public let ignoreIndex: Int
  /// How the losses become one.
  public let reduction: Reduction

  /// Makes a loss.
  public init(weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean) {
    self.weight = weight.map { Buffer($0) }
    self.ignoreIndex = ignoreIndex
    self.reduction = reduction
  }
}
