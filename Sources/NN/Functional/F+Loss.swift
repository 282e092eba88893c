public import Tensors

extension F {
  /// The squared differences of two tensors.
  ///
  /// - Parameters:
  ///   - input: What the network computed.
  ///   - target: What it should have been, of the same shape.
  ///   - reduction: How the squares become one number.
  public static func mseLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
  ) -> Tensor {
    requireFloatingPoint(input, "input", in: "mseLoss")
    if input.shape != target.shape {
      misuse(
        "input and target must have one shape", in: "mseLoss",
        [Argument("input", input), Argument("target", target)],
        hint: "bring target to it with target.view(\(input.shape))")
    }
    let difference = input - target
    let squares = difference * difference
    return switch reduction {
    case .none: squares
    case .mean: squares.mean()
    case .sum: squares.sum()
    }
  }
}
