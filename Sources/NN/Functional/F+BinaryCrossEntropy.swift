public import Tensors

extension F {
  /// The negative log-likelihood of yes and no: `-(t·log x + (1 - t)·log(1 - x))`.
  ///
  /// For the raw output of a layer take
  /// ``binaryCrossEntropyWithLogits(_:_:weight:reduction:posWeight:)``.
  ///
  /// - Parameters:
  ///   - input: Probabilities, from 0 to 1.
  ///   - target: What they should have been, of the same shape.
  ///   - weight: A factor for each loss, of a shape that fits by broadcasting.
  ///   - reduction: How the losses become one number.
  ///
  /// Logarithms below -100 count as -100, as in PyTorch.
  public static func binaryCrossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean
  ) -> Tensor {
    requireSameShape(input, target, in: "binaryCrossEntropy")
    requireProbabilities(input, "input", in: "binaryCrossEntropy")
    requireProbabilities(target, "target", in: "binaryCrossEntropy")
    let factor = weight?.detach()
    requireFactor(factor, "weight", input, in: "binaryCrossEntropy")
    return pointwiseLoss(
      "BinaryCrossEntropyBackward0", input, target, reduction,
      loss: { x, y in
        let (yes, no) = logarithms(x)
        return weighted((y - 1) * no - y * yes, factor)
      },
      slopes: { x, y in
        let (yes, no) = logarithms(x)
        let slope = (x - y) / ((1 - x) * x).clamp(min: 1e-12)
        return (weighted(slope, factor), weighted(no - yes, factor))
      })
  }

  /// ``binaryCrossEntropy(_:_:weight:reduction:)`` of the sigmoid, computed without a detour over
  /// numbers near 0 and 1.
  ///
  /// - Parameters:
  ///   - input: Scores, not probabilities.
  ///   - target: The probabilities they should give, of the same shape.
  ///   - weight: A factor for each loss, of a shape that fits by broadcasting.
  ///   - reduction: How the losses become one number.
  ///   - posWeight: A factor for the losses of "yes", of a shape that fits by broadcasting; above 1
  ///     it makes up for rare ones.
  public static func binaryCrossEntropyWithLogits(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean,
    posWeight: Tensor? = nil
  ) -> Tensor {
    requireSameShape(input, target, in: "binaryCrossEntropyWithLogits")
    let (factor, yesFactor) = (weight?.detach(), posWeight?.detach())
    requireFactor(factor, "weight", input, in: "binaryCrossEntropyWithLogits")
    requireFactor(yesFactor, "posWeight", input, in: "binaryCrossEntropyWithLogits")
    return pointwiseLoss(
      "BinaryCrossEntropyWithLogitsBackward0", input, target, reduction,
      loss: { x, y in
        // log(1 + exp(-x)), whose exponential cannot overflow.
        let softened = (-x.abs()).exp().log1p() + (-x).relu()
        let loss = yesFactor.map { (1 - y) * x + (($0 - 1) * y + 1) * softened }
        return weighted(loss ?? (1 - y) * x + softened, factor)
      },
      slopes: { x, y in
        let share = x.sigmoid()
        if let yesFactor {
          let softened = (-x.abs()).exp().log1p() + (-x).relu()
          let yes = yesFactor * y
          return (
            weighted((yes + 1 - y) * share - yes, factor),
            weighted((yesFactor - 1) * softened - x, factor)
          )
        }
        return (weighted(share - y, factor), weighted(-x, factor))
      })
  }

  /// log x and log(1 - x), not below -100.
  private static func logarithms(_ x: Tensor) -> (yes: Tensor, no: Tensor) {
    (x.log().clamp(min: -100), (-x).log1p().clamp(min: -100))
  }

  private static func weighted(_ losses: Tensor, _ factor: Tensor?) -> Tensor {
    factor.map { losses * $0 } ?? losses
  }

  private static func requireProbabilities(
    _ tensor: Tensor, _ name: String, in operation: String
  ) {
    let values = tensor.detach()
    if ((values .>= 0) * (values .<= 1)).all().item() != 0 { return }
    misuse(
      "all elements of \(name) must be from 0 to 1", in: operation, [Argument(name, tensor)],
      hint: name == "input"
        ? "apply a sigmoid first, or take binaryCrossEntropyWithLogits" : "0 is no, and 1 is yes")
  }

  private static func requireFactor(
    _ factor: Tensor?, _ name: String, _ input: Tensor, in operation: String
  ) {
    guard let factor else { return }
    requireSameKind(factor, name, input, "input", in: operation)
    let fits =
      factor.ndim <= input.ndim
      && zip(factor.shape.reversed(), input.shape.reversed()).allSatisfy { $0 == 1 || $0 == $1 }
    if !fits {
      misuse(
        "\(name) does not fit input by broadcasting", in: operation,
        [Argument("input", input), Argument(name, factor)])
    }
  }
}
