public import Tensors

/// The squared differences of two tensors: `F.mseLoss` with its option kept.
public final class MSELoss: Module {
  /// How the squares become one number.
  public let reduction: Reduction

  /// Makes a loss.
  public init(reduction: Reduction = .mean) { self.reduction = reduction }

  /// The loss of what a network computed against what it should have been.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.mseLoss(input, target, reduction: reduction)
  }
}
