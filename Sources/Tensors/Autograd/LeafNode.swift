/// Where the gradient of a tensor that the user made is gathered.
package final class LeafNode: AutogradNode {
  /// The gradient so far.
  ///
  /// Nobody else holds its memory while it grows.
  package var gradient: Tensor?

  package init() { super.init(Inputs(nil)) }

  override package var name: String { "AccumulateGrad" }

  /// Leaves serve every pass.
  override func finish() {}

  /// Adds what has arrived to the gradient.
  func gather() {
    let owned = ownsPending
    guard let arrived = pending else { return }
    pending = nil
    if let gradient {
      gradient.addInPlace(arrived)
    } else {
      gradient = owned ? arrived : arrived.clone()
    }
  }
}
