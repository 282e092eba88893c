internal import Kernels
public import Tensors

extension F {
  /// Positive numbers along `dim` that sum to one and grow with the exponential of the input.
  ///
  ///     F.softmax(Tensor([1.0, 2.0, 3.0]), dim: 0)  // tensor([0.0900, 0.2447, 0.6652])
  ///
  /// The maximum is subtracted first, so that large inputs do not overflow. Before a
  /// ``crossEntropy(_:_:weight:ignoreIndex:reduction:)`` it would be one softmax too many.
  public static func softmax(_ input: Tensor, dim: Int) -> Tensor {
    softmax(input, dim: dim, logarithm: false, operation: "softmax", node: "SoftmaxBackward0")
  }

  /// The logarithm of ``softmax(_:dim:)``, computed without a detour over tiny numbers.
  public static func logSoftmax(_ input: Tensor, dim: Int) -> Tensor {
    softmax(
      input, dim: dim, logarithm: true, operation: "logSoftmax", node: "LogSoftmaxBackward0")
  }

  private static func softmax(
    _ input: Tensor, dim: Int, logarithm: Bool, operation: String, node: StaticString
  ) -> Tensor {
    requireFloatingPoint(input, "input", in: operation)
    let shape = SoftmaxShape(input.shape, dim: input.axis(dim, in: operation))
    let backend = input.device.networkBackend
    let output = Tensor.empty(like: input)
    backend.softmax(
      shape, logarithm: logarithm, input: plainElements(input), into: output.elements)
    return .differentiable(node, output, inputs: [input], saving: [output]) { gradient, saved in
      let result = Tensor.empty(like: saved[0])
      backend.softmaxBackward(
        shape, logarithm: logarithm, outputGradient: plainElements(gradient),
        output: saved[0].elements, into: result.elements)
      return [result]
    }
  }
}
