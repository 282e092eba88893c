public import Tensors

/// The loss of probabilities of yes and no: `F.binaryCrossEntropy` with its options kept.
public final class BCELoss: Module {
  /// A factor for each loss.
  public let weight: Buffer?
  /// How the losses become one number.
  public let reduction: Reduction

  /// Makes a loss.
  public init(weight: Tensor? = nil, reduction: Reduction = .mean) {
    self.weight = weight.map { Buffer($0) }
    self.reduction = reduction
  }

  /// The loss of probabilities against what they should have been.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.binaryCrossEntropy(input, target, weight: weight, reduction: reduction)
  }
}
