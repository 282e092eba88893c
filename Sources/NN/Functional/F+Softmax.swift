internal import Kernels
public import Tensors

extension F {
  /// Positive numbers along `dim` that sum to one and grow with the exponential of the input.
  ///
  ///     F.softmax(Tensor([1.0, 2.0, 3.0]), dim: 0)  // tensor([0.0900, 0.2447, 0.6652])
  ///
  /// The maximum is subtracted first, so that large inputs do not overflow. Before a
  /// ``crossEntropy(_:_:weight:ignoreIndex:reduction:labelSmoothing:)`` it would be one softmax too
  /// many. Without `dim` an axis is chosen as in PyTorch, with its warning: 0 for none, one or three
  /// axes, else 1.
  public static func softmax(_ input: Tensor, dim: Int?) -> Tensor {
    softmax(input, dim: dim, logarithm: false, operation: "softmax", node: "SoftmaxBackward0")
  }

  /// The logarithm of ``softmax(_:dim:)``, computed without a detour over tiny numbers.
  public static func logSoftmax(_ input: Tensor, dim: Int?) -> Tensor {
    softmax(
      input, dim: dim, logarithm: true, operation: "logSoftmax", node: "LogSoftmaxBackward0")
  }

  private static func softmax(
    _ input: Tensor, dim: Int?, logarithm: Bool, operation: String, node: StaticString
  ) -> Tensor {
    requireFloatingPoint(input, "input", in: operation)
    let dim = dim ?? impliedAxis(input, of: logarithm ? "log_softmax" : "softmax")
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

  private static func impliedAxis(_ input: Tensor, of name: String) -> Int {
    warn(
      "Implicit dimension choice for \(name) has been deprecated. Change the call to include dim=X "
        + "as an argument.")
    return [0, 1, 3].contains(input.ndim) ? 0 : 1
  }
}
