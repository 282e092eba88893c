public import Tensors

extension F {
  /// Sets elements to zero with probability `p` and scales the others up by `1 / (1 - p)`.
  ///
  /// - Parameters:
  ///   - input: A tensor of any shape.
  ///   - p: Probability of a zero, from 0 to 1.
  ///   - training: Without it the input passes as it is; give `training: training` in a module.
  ///
  /// The places differ from PyTorch's for the same seed, which draws them with Intel's library.
  public static func dropout(_ input: Tensor, p: Double = 0.5, training: Bool = true) -> Tensor {
    dropElements(input, p: p, training: training, in: "dropout")
  }

  /// Sets whole channels to zero with probability `p` and scales the others up by `1 / (1 - p)`.
  ///
  /// - Parameters:
  ///   - input: Images `[N, C, H, W]`, or one `[C, H, W]`. A matrix `[N, C]` has one element for
  ///     each channel, so that it acts as ``dropout(_:p:training:)``.
  ///   - p: Probability of a zero, from 0 to 1.
  ///   - training: Without it the input passes as it is.
  public static func dropout2d(_ input: Tensor, p: Double = 0.5, training: Bool = true) -> Tensor {
    guard (2...4).contains(input.ndim) else {
      misuse(
        "input must be a batch [N, C, H, W] or an image [C, H, W]", in: "dropout2d",
        [Argument("input", input)], hint: "use dropout for single elements")
    }
    requireProbability(p, in: "dropout2d")
    if !training || p == 0 { return input }
    if input.ndim == 2 { return dropElements(input, p: p, training: training, in: "dropout2d") }
    let channelAxes = input.ndim - 2
    let ones = Array(repeating: 1, count: input.ndim - channelAxes)
    let channels = Tensor.ones(
      input.shape.prefix(channelAxes) + ones, dtype: input.dtype, device: input.device)
    return input * dropElements(channels, p: p, training: training, in: "dropout2d")
  }

  private static func dropElements(
    _ input: Tensor, p: Double, training: Bool, in operation: String
  ) -> Tensor {
    requireProbability(p, in: operation)
    requireFloatingPoint(input, "input", in: operation)
    if !training || p == 0 { return input }
    if p == 1 { return input * 0 }
    let backend = input.device.networkBackend
    let seed = Generator.shared.random64()
    let output = Tensor.empty(like: input)
    let pattern = backend.dropout(
      plainElements(input), p: p, seed: seed, into: output.elements)
    return .differentiable("MulBackward0", output, inputs: [input], saving: []) { gradient, _ in
      let result = Tensor.empty(like: gradient)
      backend.dropoutBackward(
        pattern, outputGradient: plainElements(gradient), into: result.elements)
      return [result]
    }
  }
}

/// Stops when a dropout's probability is none.
func requireProbability(_ p: Double, in operation: String) {
  if p >= 0, p <= 1 { return }
  misuse("p must be from 0 to 1, and is \(p)", in: operation, hint: "p is the share of zeros")
}
