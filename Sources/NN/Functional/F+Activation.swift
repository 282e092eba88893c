public import Tensors

extension F {
  /// `max(0, x)` of each element.
  public static func relu(_ input: Tensor) -> Tensor {
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

  /// `1 / (1 + exp(-x))` of each element.
  public static func sigmoid(_ input: Tensor) -> Tensor { input.sigmoid() }

  /// The hyperbolic tangent of each element.
  public static func tanh(_ input: Tensor) -> Tensor { input.tanh() }
}
