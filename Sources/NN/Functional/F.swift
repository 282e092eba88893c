/// The functions behind the layers, for use without a layer object: `torch.nn.functional`.
///
///     F.relu(fc1(x))
///     F.crossEntropy(output, target)
public enum F {}

/// How a loss over a batch becomes one number.
public enum Reduction: String, Sendable {
  /// The losses as they are, one per sample.
  case none
  /// Their mean; with class weights the weighted mean.
  case mean
  /// Their sum.
  case sum
}
