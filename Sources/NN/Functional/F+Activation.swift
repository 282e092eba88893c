public import Tensors

extension F {
  /// `max(0, x)` of each element.
  ///
  /// - Parameters:
  ///   - input: A tensor of any shape.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public static func relu(_ input: Tensor, inplace: Bool = false) -> Tensor {
    if inplace { return input.replaced(in: "relu") { relu($0) } }
    guard input.dtype.isFloatingPoint else { return input.relu() }
    let backend = input.device.networkBackend
    let output = Tensor.empty(like: input)
    backend.relu(plainElements(input), into: output.elements)
    return .differentiable("ReluBackward0", output, inputs: [input], saving: [output]) {
      gradient, saved in
      let result = Tensor.empty(like: gradient)
      backend.reluBackward(
        outputGradient: plainElements(gradient), output: saved[0].elements, into: result.elements)
      return [result]
    }
  }

  /// Each positive element, and a share of each negative one.
  ///
  ///     F.leakyRelu(Tensor([-1.0, 2.0]), negativeSlope: 0.1)  // tensor([-0.1000,  2.0000])
  ///
  /// - Parameters:
  ///   - input: A floating point tensor of any shape.
  ///   - negativeSlope: The share that is left of a negative element.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public static func leakyRelu(
    _ input: Tensor, negativeSlope: Double = 0.01, inplace: Bool = false
  ) -> Tensor {
    if inplace {
      return input.replaced(in: "leakyRelu") { leakyRelu($0, negativeSlope: negativeSlope) }
    }
    return activation(
      .leakyRelu(negativeSlope: negativeSlope), input, in: "leakyRelu", "LeakyReluBackward0")
  }

  /// ``leakyRelu(_:negativeSlope:inplace:)`` with its option by place: `F.leakyRelu(x, 0.2)`.
  public static func leakyRelu(_ input: Tensor, _ negativeSlope: Double) -> Tensor {
    leakyRelu(input, negativeSlope: negativeSlope)
  }

  /// `x · Φ(x)` of each element, where Φ is the distribution function of the normal distribution.
  ///
  ///     F.gelu(Tensor([-1.0, 0.0, 1.0]))  // tensor([-0.1587,  0.0000,  0.8413])
  ///
  /// - Parameters:
  ///   - input: A floating point tensor of any shape.
  ///   - approximate: `.tanh` for a formula without the error function.
  public static func gelu(_ input: Tensor, approximate: GELUApproximation = .none) -> Tensor {
    activation(approximate == .tanh ? .tanhGelu : .gelu, input, in: "gelu", "GeluBackward0")
  }

  /// `x / (1 + exp(-x))` of each element, also called swish.
  ///
  ///     F.silu(Tensor([-1.0, 0.0, 1.0]))  // tensor([-0.2689,  0.0000,  0.7311])
  ///
  /// - Parameters:
  ///   - input: A floating point tensor of any shape.
  ///   - inplace: Whether the result takes the place of the input's elements.
  public static func silu(_ input: Tensor, inplace: Bool = false) -> Tensor {
    if inplace { return input.replaced(in: "silu") { silu($0) } }
    return activation(.silu, input, in: "silu", "SiluBackward0")
  }

  /// `1 / (1 + exp(-x))` of each element.
  public static func sigmoid(_ input: Tensor) -> Tensor { input.sigmoid() }

  /// The hyperbolic tangent of each element.
  public static func tanh(_ input: Tensor) -> Tensor { input.tanh() }

  private static func activation(
    _ function: ActivationFunction, _ input: Tensor, in operation: String, _ node: StaticString
  ) -> Tensor {
    requireFloatingPoint(input, "input", in: operation)
    let backend = input.device.networkBackend
    let x = input.detach().contiguous()
    let output = Tensor.empty(like: x)
    backend.activation(function, input: x.elements, into: output.elements)
    return .differentiable(node, output, inputs: [input], saving: [x]) { gradient, saved in
      let result = Tensor.empty(like: saved[0])
      backend.activationBackward(
        function, outputGradient: plainElements(gradient), input: saved[0].elements,
        into: result.elements)
      return [result]
    }
  }
}

/// How ``F/gelu(_:approximate:)`` is computed.
public enum GELUApproximation: String, Sendable {
  /// By the error function.
  case none
  /// By the hyperbolic tangent, faster and about 0.0005 off.
  case tanh
}
