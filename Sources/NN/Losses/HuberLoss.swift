public import Tensors

/// Half the square of a small difference, and a line for a large one: `F.huberLoss` with its options
/// kept.
public final class HuberLoss: Module {
  /// How the losses become one number.
  public let reduction: Reduction
  /// Where the square becomes a line.
  public let delta: Double

  /// Makes a loss.
  public init(reduction: Reduction = .mean, delta: Double = 1) {
    self.reduction = reduction
    self.delta = delta
  }

  /// The loss of what a network computed against what it should have been.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.huberLoss(input, target, reduction: reduction, delta: delta)
  }
}
