internal import Tensors

extension F {
  /// Puts the result of a function into its input's own elements, and records it there: what
  /// `inplace: true` asks for.
  static func replacing(
    _ input: Tensor, _ operation: String, _ function: (Tensor) -> Tensor
  ) -> Tensor {
    let isRecorded = isGradEnabled && input.requiresGrad
    // A derivative may need the elements as they were.
    let old = isRecorded ? input.detach().clone() : input
    if isRecorded { old.node = input.node }
    let result = function(old)
    _ = input.beginChange(operation)
    noGrad { input.copy(from: result) }
    if isRecorded { input.node = result.node }
    return input
  }
}
