public import Tensors

extension F {
  /// Sets elements to zero with probability `p` and scales the others up by `1 / (1 - p)`.
  ///
  /// - Parameters:
  ///   - input: A tensor of any shape.
  ///   - p: Probability of a zero, from 0 to 1.
  ///   - training: Without it the input passes as it is; give `training: training` in a module.
  ///   - inplace: Whether the result takes the place of the input's elements.
  ///
  /// The places differ from PyTorch's for the same seed, which draws them with Intel's library.
  public static func dropout(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false
  ) -> Tensor {
    dropout(input, axes: input.ndim, p: p, training: training, inplace: inplace, in: "dropout")
  }

  /// ``dropout(_:p:training:inplace:)`` with its option by place: `F.dropout(x, 0.2)`.
  public static func dropout(
    _ input: Tensor, _ p: Double, training: Bool = true, inplace: Bool = false
  ) -> Tensor { dropout(input, p: p, training: training, inplace: inplace) }

  /// Sets whole channels of sequences to zero with probability `p` and scales the others up.
  ///
  /// - Parameters:
  ///   - input: Sequences `[N, C, L]`, or one `[C, L]`.
  ///   - p: Probability of a zero, from 0 to 1.
  ///   - training: Without it the input passes as it is.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public static func dropout1d(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false
  ) -> Tensor {
    guard input.ndim == 2 || input.ndim == 3 else {
      misuse(
        "input must be a batch [N, C, L] or a sequence [C, L]", in: "dropout1d",
        [Argument("input", input)], hint: "use dropout for single elements")
    }
    return dropout(
      input, axes: input.ndim - 1, p: p, training: training, inplace: inplace, in: "dropout1d")
  }

  /// Sets whole channels to zero with probability `p` and scales the others up by `1 / (1 - p)`.
  ///
  /// - Parameters:
  ///   - input: Images `[N, C, H, W]`. With PyTorch's warnings also a matrix `[N, C]`, whose every
  ///     element is a channel, so that it acts as ``dropout(_:p:training:inplace:)``, and
  ///     `[N, C, L]`, which acts as ``dropout1d(_:p:training:inplace:)``.
  ///   - p: Probability of a zero, from 0 to 1.
  ///   - training: Without it the input passes as it is.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public static func dropout2d(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false
  ) -> Tensor {
    if input.ndim < 2 {
      misuse(
        "input must be a batch of images [N, C, H, W]", in: "dropout2d",
        [Argument("input", input)], hint: "use dropout for single elements")
    }
    // torch/nn/functional.py of PyTorch 2.15, dropout2d.
    if input.ndim != 3, input.ndim != 4 {
      warn(
        "dropout2d: Received a \(input.ndim)-D input to dropout2d, which is deprecated and will "
          + "result in an error in a future release. To retain the behavior and silence this "
          + "warning, please use dropout instead. Note that dropout2d exists to provide "
          + "channel-wise dropout on inputs with 2 spatial dimensions, a channel dimension, and an "
          + "optional batch dimension (i.e. 3D or 4D inputs).")
    }
    if input.ndim == 3 {
      warn(
        "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout "
          + "behavior is desired - input is interpreted as shape (N, C, L), where C is the channel "
          + "dim. This behavior will change in a future release to interpret the input as one "
          + "without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise "
          + "dropout behavior, please switch to using dropout1d instead.")
    }
    return dropout(input, axes: 2, p: p, training: training, inplace: inplace, in: "dropout2d")
  }

  /// Draws one number for each index of the first `axes` axes.
  private static func dropout(
    _ input: Tensor, axes: Int, p: Double, training: Bool, inplace: Bool, in operation: String
  ) -> Tensor {
    requireProbability(p, in: operation)
    requireFloatingPoint(input, "input", in: operation)
    if !training || p == 0 { return input }
    if inplace {
      return input.replaced(in: operation) {
        dropout($0, axes: axes, p: p, training: true, inplace: false, in: operation)
      }
    }
    if p == 1 { return input * 0 }
    if axes == input.ndim { return dropElements(input, p: p) }
    let shape = input.shape.prefix(axes) + Array(repeating: 1, count: input.ndim - axes)
    let channels = Tensor.ones(Array(shape), dtype: input.dtype, device: input.device)
    return input * dropElements(channels, p: p)
  }

  private static func dropElements(_ input: Tensor, p: Double) -> Tensor {
    let backend = input.device.networkBackend
    let seed = Generator.shared.random64()
    let output = Tensor.empty(like: input)
    let pattern = backend.dropout(plainElements(input), p: p, seed: seed, into: output.elements)
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
