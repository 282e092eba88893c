public import Tensors

/// The magnitudes of the differences of two tensors: `F.l1Loss` with its option kept.
public final class L1Loss: Module {
  /// How the magnitudes become one number.
  public let reduction: Reduction

  /// Makes a loss.
  public init(reduction: Reduction = .mean) { self.reduction = reduction }

  /// The loss of what a network computed against what it should have been.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.l1Loss(input, target, reduction: reduction)
  }
}
