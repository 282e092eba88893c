public import Tensors

extension F {
  /// `input · weightᵀ + bias` over the last axis.
  ///
  /// - Parameters:
  ///   - input: `[..., inFeatures]`; any number of axes before the last, also none.
  ///   - weight: `[outFeatures, inFeatures]`.
  ///   - bias: `[outFeatures]`.
  /// - Returns: `[..., outFeatures]`.
  public static func linear(_ input: Tensor, _ weight: Tensor, bias: Tensor? = nil) -> Tensor {
    Tensors.linear(input, weight, bias)
  }
}
