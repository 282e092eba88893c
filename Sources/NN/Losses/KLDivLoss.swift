public import Tensors

/// How far one distribution is from another: `F.klDiv` with its options kept.
public final class KLDivLoss: Module {
  /// How the parts become one number.
  public let reduction: KLReduction
  /// Whether targets are logarithms of probabilities.
  public let logTarget: Bool

  /// Makes a loss.
  public init(reduction: KLReduction = .mean, logTarget: Bool = false) {
    self.reduction = reduction
    self.logTarget = logTarget
  }

  /// The loss of logarithms of probabilities against what the probabilities should have been.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.klDiv(input, target, reduction: reduction, logTarget: logTarget)
  }
}
