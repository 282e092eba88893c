public import Tensors

/// Scales the gradients of parameters down so that together they are no longer than `maxNorm`.
/// (PyTorch: `torch.nn.utils.clip_grad_norm_`.)
///
///     loss.backward()
///     clipGradNorm(model.parameters(), maxNorm: 1.0)
///     optimizer.step()
///
/// - Parameters:
///   - parameters: Parameters; those without a gradient do not count.
///   - maxNorm: The greatest norm of all gradients taken as one vector.
///   - normType: Which norm that is: 2 for the length, infinity for the greatest magnitude.
///   - errorIfNonFinite: Whether to stop when the norm is infinite or not a number.
/// - Returns: The norm before.
@discardableResult
public func clipGradNorm(
  _ parameters: [Parameter], maxNorm: Double, normType: Double = 2, errorIfNonFinite: Bool = false
) -> Tensor {
  if !(normType > 0) {
    misuse("normType must be positive, and is \(normType)", in: "clipGradNorm")
  }
  return noGrad {
    let gradients = parameters.compactMap(\.grad)
    if gradients.isEmpty { return Tensor(0.0) }
    let total = stack(gradients.map { $0.norm(normType) }).norm(normType)
    if errorIfNonFinite, !total.item().isFinite {
      misuse(
        "the norm of the gradients is \(total.item()), so that they cannot be clipped",
        in: "clipGradNorm", hint: "look for the first step whose loss is not finite")
    }
    let factor = (1 / (total + 1e-6) * maxNorm).clamp(max: 1)
    for gradient in gradients { gradient.multiplyInPlace(factor) }
    return total
  }
}

/// Limits each number of the gradients of parameters to `-clipValue...clipValue`. (PyTorch:
/// `torch.nn.utils.clip_grad_value_`.)
///
/// - Parameters:
///   - parameters: Parameters; those without a gradient are left alone.
///   - clipValue: The greatest magnitude.
public func clipGradValue(_ parameters: [Parameter], _ clipValue: Double) {
  if !(clipValue >= 0) {
    misuse("clipValue must not be negative, and is \(clipValue)", in: "clipGradValue")
  }
  noGrad {
    for gradient in parameters.compactMap(\.grad) {
      gradient.copy(from: gradient.clamp(min: -clipValue, max: clipValue))
    }
  }
}
