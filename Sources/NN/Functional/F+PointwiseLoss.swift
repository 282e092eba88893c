internal import Tensors

extension F {
  /// A loss of each pair of elements, with its derivatives given as functions, recorded as one step.
  ///
  /// - Parameters:
  ///   - node: PyTorch's name of the operation.
  ///   - loss: The loss of each pair.
  ///   - slopes: Its derivatives with respect to input and target.
  static func pointwiseLoss(
    _ node: StaticString, _ input: Tensor, _ target: Tensor, _ reduction: Reduction,
    loss: (_ input: Tensor, _ target: Tensor) -> Tensor,
    slopes: @escaping (_ input: Tensor, _ target: Tensor) -> (input: Tensor, target: Tensor)
  ) -> Tensor {
    let (x, y) = (input.detach(), target.detach())
    let output = noGrad { reduced(loss(x, y), reduction) }
    let share = reduction == .mean ? 1 / Double(input.count) : 1
    let wanted = (input.requiresGrad, target.requiresGrad)
    return .differentiable(node, output, inputs: [input, target], saving: [x, y]) {
      gradient, saved in
      let slopes = slopes(saved[0], saved[1])
      let scaled = gradient * share
      return [wanted.0 ? slopes.input * scaled : nil, wanted.1 ? slopes.target * scaled : nil]
    }
  }

  /// The losses as one number.
  static func reduced(_ losses: Tensor, _ reduction: Reduction) -> Tensor {
    switch reduction {
    case .none: losses
    case .mean: losses.mean()
    case .sum: losses.sum()
    }
  }

  /// Stops unless both are floating point tensors of one type, device and shape.
  ///
  /// PyTorch lets some losses broadcast, with a warning that the result is probably wrong.
  static func requireSameShape(_ input: Tensor, _ target: Tensor, in operation: String) {
    requireFloatingPoint(input, "input", in: operation)
    requireFloatingPoint(target, "target", in: operation)
    requireSameKind(input, "input", target, "target", in: operation)
    if input.shape == target.shape { return }
    let fits = input.count == target.count
    misuse(
      "input and target must have one shape", in: operation,
      [Argument("input", input), Argument("target", target)],
      hint: fits
        ? "bring target to it with target.view(\(input.shape))"
        : "give one target for each number that the network computes")
  }
}
