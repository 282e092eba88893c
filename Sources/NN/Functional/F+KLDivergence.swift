public import Tensors

extension F {
  /// How far one distribution is from another: `t·(log t - x)` (Kullback and Leibler, 1951).
  ///
  /// - Parameters:
  ///   - input: Logarithms of the probabilities that the network computed.
  ///   - target: What the probabilities should have been, of the same shape.
  ///   - reduction: How the parts become one number; `.batchMean`, the sum over a sample's parts
  ///     averaged over the samples, is the divergence, and `.mean` gives PyTorch's warning.
  ///   - logTarget: Whether `target` holds logarithms as well.
  public static func klDiv(
    _ input: Tensor, _ target: Tensor, reduction: KLReduction = .mean, logTarget: Bool = false
  ) -> Tensor {
    requireSameShape(input, target, in: "klDiv")
    if reduction == .mean {
      warn(
        "reduction: 'mean' divides the total loss by both the batch size and the support size."
          + "'batchmean' divides only by the batch size, and aligns with the KL div math "
          + "definition.'mean' will be changed to behave the same as 'batchmean' in the next major "
          + "release.")
    }
    let parts = logTarget ? target.exp() * (target - input) : xlogx(target) - target * input
    switch reduction {
    case .none: return parts
    case .mean: return parts.mean()
    case .sum: return parts.sum()
    case .batchMean:
      if input.ndim == 0 {
        misuse("there is no batch axis", in: "klDiv", [Argument("input", input)])
      }
      return parts.sum() / Double(input.shape[0])
    }
  }

  /// `t·log t`, which is 0 at 0.
  private static func xlogx(_ t: Tensor) -> Tensor {
    let isZero = t.detach() .== 0
    // The logarithm of 1 keeps the gradient finite where t is 0.
    return t * t.maskedFill(isZero, 1).log()
  }
}

/// How the parts of ``F/klDiv(_:_:reduction:logTarget:)`` become one number.
public enum KLReduction: String, Sendable {
  /// The parts as they are.
  case none
  /// Their mean over everything.
  case mean
  /// Their sum divided by the number of samples.
  case batchMean = "batchmean"
  /// Their sum.
  case sum
}
