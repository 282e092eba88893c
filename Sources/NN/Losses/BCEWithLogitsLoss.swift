public import Tensors

/// The loss of scores of yes and no: `F.binaryCrossEntropyWithLogits` with its options kept.
public final class BCEWithLogitsLoss: Module {
  /// A factor for each loss.
  public let weight: Buffer?
  /// A factor for the losses of "yes".
  public let posWeight: Buffer?
  /// How the losses become one number.
  public let reduction: Reduction

  /// Makes a loss.
  public init(weight: Tensor? = nil, reduction: Reduction = .mean, posWeight: Tensor? = nil) {
    self.weight = weight.map { Buffer($0) }
    self.posWeight = posWeight.map { Buffer($0) }
    self.reduction = reduction
  }

  /// The loss of scores against the probabilities they should give.
  public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
    F.binaryCrossEntropyWithLogits(
      input, target, weight: weight, reduction: reduction, posWeight: posWeight)
  }

  /// The buffers under PyTorch's names.
  package override func ownState() -> ModuleState {
    var state = ModuleState()
    if let weight { state.buffers.append(("weight", weight)) }
    if let posWeight { state.buffers.append(("pos_weight", posWeight)) }
    return state
  }
}
