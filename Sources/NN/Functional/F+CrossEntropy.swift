public import Tensors

extension F {
  /// ``nllLoss(_:_:weight:ignoreIndex:reduction:)`` of the logarithm of the softmax: the loss of
  /// raw scores.
  ///
  ///     let scores = Tensor([[2.0, 0.0, 1.0]])
  ///     F.crossEntropy(scores, Tensor([0]))                // tensor(0.4076)
  ///     F.crossEntropy(scores, Tensor([[0.5, 0.0, 0.5]]))  // tensor(0.9076)
  ///
  /// - Parameters:
  ///   - input: Scores `[N, C]`, `[N, C, ...]` or, for one sample, `[C]`; not probabilities.
  ///   - target: The class of each sample, or the probability of each class in the shape of `input`.
  ///   - weight: A factor for each class, `[C]`.
  ///   - ignoreIndex: A class number whose samples do not count; not for probabilities.
  ///   - reduction: How the losses become one; `.mean` divides by the sum of the weights, and for
  ///     probabilities by the number of samples.
  ///   - labelSmoothing: A share of each target, from 0 to 1, that goes to all classes alike.
  public static func crossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
    reduction: Reduction = .mean, labelSmoothing: Double = 0
  ) -> Tensor {
    requireFloatingPoint(input, "input", in: "crossEntropy")
    if input.ndim == 0 {
      misuse("input needs an axis of classes", in: "crossEntropy", [Argument("input", input)])
    }
    if !(0...1).contains(labelSmoothing) {
      misuse("labelSmoothing must be from 0 to 1, and is \(labelSmoothing)", in: "crossEntropy")
    }
    let logarithms = logSoftmax(input, dim: input.ndim == 1 ? 0 : 1)
    if target.shape == input.shape, target.dtype.isFloatingPoint {
      return probabilityLoss(
        logarithms, target, weight: weight, reduction: reduction, smoothing: labelSmoothing)
    }
    let loss = likelihoodLoss(
      logarithms, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction,
      in: "crossEntropy")
    if labelSmoothing == 0 { return loss }
    let even = evenLoss(
      logarithms, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
    let classes = Double(input.shape[input.ndim == 1 ? 0 : 1])
    return loss * (1 - labelSmoothing) + even * (labelSmoothing / classes)
  }

  /// The loss against the probability of each class.
  private static func probabilityLoss(
    _ logarithms: Tensor, _ target: Tensor, weight: Tensor?, reduction: Reduction,
    smoothing: Double
  ) -> Tensor {
    let axis = logarithms.ndim == 1 ? 0 : 1
    let classes = logarithms.shape[axis]
    requireSameKind(logarithms, "input", target, "target", in: "crossEntropy")
    var probabilities = target
    if smoothing > 0 { probabilities = target * (1 - smoothing) + smoothing / Double(classes) }
    var parts = logarithms * probabilities
    if let weight { parts = parts * perClass(weight, like: logarithms) }
    return switch reduction {
    case .none: -parts.sum(dim: axis)
    case .sum: -parts.sum()
    case .mean: -parts.sum() / (Double(logarithms.count) / Double(classes))
    }
  }

  /// The loss against all classes alike, summed over them.
  private static func evenLoss(
    _ logarithms: Tensor, _ target: Tensor, weight: Tensor?, ignoreIndex: Int,
    reduction: Reduction
  ) -> Tensor {
    let axis = logarithms.ndim == 1 ? 0 : 1
    let parts = weight.map { logarithms * perClass($0, like: logarithms) } ?? logarithms
    let isIgnored = target.to(.int64) .== ignoreIndex
    let losses = (-parts.sum(dim: axis)).maskedFill(isIgnored, 0)
    switch reduction {
    case .none: return losses
    case .sum: return losses.sum()
    case .mean:
      let divisor = noGrad {
        let counts = 1 - isIgnored.to(logarithms.dtype)
        guard let weight else { return counts.sum() }
        let labels = target.to(.int64).maskedFill(isIgnored, 0).reshape(-1)
        return (weight.detach().indexSelect(0, labels) * counts.reshape(-1)).sum()
      }
      return losses.sum() / divisor
    }
  }

  /// The factors of the classes along the axis of classes.
  private static func perClass(_ weight: Tensor, like input: Tensor) -> Tensor {
    let axis = input.ndim == 1 ? 0 : 1
    requireSameKind(weight, "weight", input, "input", in: "crossEntropy")
    if weight.shape != [input.shape[axis]] {
      misuse(
        "weight must have one number for each of the \(input.shape[axis]) classes",
        in: "crossEntropy", [Argument("input", input, at: axis), Argument("weight", weight)])
    }
    var shape = Array(repeating: 1, count: input.ndim)
    shape[axis] = input.shape[axis]
    return weight.detach().reshape(shape)
  }
}
