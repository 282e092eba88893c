public import NN
public import Tensors

/// What tells how far a network's output is from its target: a loss of NN, or one's own.
///
///     struct Huber: Criterion {
///       func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor { ... }
///     }
public protocol Criterion {
  /// The loss of a batch as a tensor of one number, its mean over the samples.
  func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor
}

extension CrossEntropyLoss: Criterion {}
extension NLLLoss: Criterion {}
extension MSELoss: Criterion {}
extension L1Loss: Criterion {}
extension HuberLoss: Criterion {}
extension KLDivLoss: Criterion {}
extension BCELoss: Criterion {}
extension BCEWithLogitsLoss: Criterion {}
