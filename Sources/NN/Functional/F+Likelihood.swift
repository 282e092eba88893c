internal import Kernels
public import Tensors

extension F {
  /// The negative log-likelihood of classes: `-input[target]` for each sample.
  ///
  ///     let logProbabilities = F.logSoftmax(model(images), dim: 1)
  ///     let loss = F.nllLoss(logProbabilities, labels)
  ///
  /// - Parameters:
  ///   - input: Logarithms of probabilities `[N, C]`, `[N, C, ...]` or, for one sample, `[C]`.
  ///   - target: Whole numbers `[N]`, `[N, ...]` or `[]`: the class of each sample, from 0 to C-1.
  ///   - weight: A factor for each class, `[C]`.
  ///   - ignoreIndex: A class number whose samples do not count.
  ///   - reduction: How the losses become one; `.mean` divides by the sum of the weights.
  public static func nllLoss(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
    reduction: Reduction = .mean
  ) -> Tensor {
    likelihoodLoss(
      input, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction,
      in: "nllLoss")
  }

  static func likelihoodLoss(
    _ input: Tensor, _ target: Tensor, weight: Tensor?, ignoreIndex: Int, reduction: Reduction,
    in operation: String
  ) -> Tensor {
    let shape = likelihoodShape(input, target, weight, in: operation)
    let loss = LikelihoodLoss(shape: shape, ignoreIndex: ignoreIndex, reduction: reduction)
    let backend = input.device.networkBackend
    let labels = target.to(.int64).contiguous()
    if let place = backend.firstInvalidTarget(loss, targets: labels.elements) {
      let label = labels.reshape(-1)[place].item(as: Int.self)
      misuse(
        "the target at place \(place) is \(label), and there are \(shape.count) classes",
        in: operation, [Argument("input", input, at: input.ndim == 1 ? 0 : 1)],
        hint: "targets go from 0 to \(shape.count - 1)")
    }
    let output = Tensor.empty(
      reduction == .none ? target.shape : [], dtype: input.dtype, device: input.device)
    let divisor = backend.likelihoodLoss(
      loss, input: plainElements(input), targets: labels.elements,
      weight: weight.map(plainElements), into: output.elements)
    let inputShape = input.shape
    return .differentiable(
      input.ndim > 2 ? "NllLoss2DBackward0" : "NllLossBackward0", output, inputs: [input],
      saving: [labels] + (weight.map { [$0.detach()] } ?? [])
    ) { gradient, saved in
      let result = Tensor.empty(inputShape, dtype: gradient.dtype, device: gradient.device)
      backend.likelihoodLossBackward(
        loss, outputGradient: plainElements(gradient), divisor: divisor,
        targets: saved[0].elements, weight: saved.count > 1 ? plainElements(saved[1]) : nil,
        into: result.elements)
      return [result]
    }
  }

  private static func likelihoodShape(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, in operation: String
  ) -> SoftmaxShape {
    requireFloatingPoint(input, "input", in: operation)
    if target.dtype != .int64 && target.dtype != .int32 && target.dtype != .uint8 {
      misuse(
        "target must hold class numbers, and is \(target.dtype.name)", in: operation,
        [Argument("input", input), Argument("target", target)],
        hint: "convert it with target.to(.int64)")
    }
    let classAxis = input.ndim == 1 ? 0 : 1
    var expected = input.shape
    if !expected.isEmpty { expected.remove(at: classAxis) }
    guard input.ndim > 0, target.shape == expected else {
      misuse(
        "target must have the shape of input without its axis of classes", in: operation,
        [Argument("input", input, at: classAxis), Argument("target", target)],
        hint: target.shape == expected + [1]
          ? "drop its last axis with target.squeeze(-1)" : "here that is \(expected)")
    }
    let classes = input.shape[classAxis]
    if let weight {
      requireSameKind(weight, "weight", input, "input", in: operation)
      if weight.shape != [classes] {
        misuse(
          "weight must have one number for each of the \(classes) classes", in: operation,
          [Argument("input", input, at: classAxis), Argument("weight", weight, at: 0)])
      }
    }
    return SoftmaxShape(input.shape, dim: classAxis)
  }
}
