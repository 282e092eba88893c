/// Notes how a result was computed when `input` needs gradients and they are recorded.
///
/// The node is only made when it is needed:
///
///     let result = ...
///     return record(result, x) { ReluBackward(x, result: result) }
@inline(__always)
package func record(
  _ result: Tensor, _ input: Tensor, _ node: () -> AutogradNode
) -> Tensor {
  if input.node != nil, isGradEnabled {
    result.node = node()
  }
  return result
}

/// The same for two inputs.
@inline(__always)
package func record(
  _ result: Tensor, _ first: Tensor, _ second: Tensor, _ node: () -> AutogradNode
) -> Tensor {
  if first.node != nil || second.node != nil, isGradEnabled {
    result.node = node()
  }
  return result
}

/// The same for any number of inputs.
package func record(
  _ result: Tensor, _ inputs: [Tensor?], _ node: () -> AutogradNode
) -> Tensor {
  if isGradEnabled, inputs.contains(where: { $0?.node != nil }) {
    result.node = node()
  }
  return result
}

extension Tensor {
  /// A result with a derivative given as a closure: the short way to add an operation.
  ///
  /// - Parameters:
  ///   - name: PyTorch's name of the operation's node, such as `NllLossBackward0`.
  ///   - result: The value, computed without recording.
  ///   - inputs: The tensors that gradients flow to, nil for one left out.
  ///   - saved: What `backward` is given back; it must not capture tensors by itself.
  ///   - backward: From the gradient of the result and the saved values, the gradient of each
  ///     input in turn, with that input's shape and dtype; nil where none is needed.
  package static func differentiable(
    _ name: StaticString, _ result: Tensor, inputs: [Tensor?], saving saved: [Tensor],
    _ backward: @escaping (_ gradient: Tensor, _ saved: [Tensor]) -> [Tensor?]
  ) -> Tensor {
    record(result, inputs) { ClosureNode(name, inputs: inputs, saved: saved, backward) }
  }
}

/// A node whose derivative is a closure.
private final class ClosureNode: AutogradNode {
  private let title: StaticString
  private var saved: [SavedTensor]
  private var derivative: ((Tensor, [Tensor]) -> [Tensor?])?

  init(
    _ title: StaticString, inputs: [Tensor?], saved: [Tensor],
    _ derivative: @escaping (Tensor, [Tensor]) -> [Tensor?]
  ) {
    self.title = title
    self.saved = saved.map(SavedTensor.init)
    self.derivative = derivative
    super.init(Inputs(inputs.map { $0?.node }))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    guard let derivative else { return }
    let gradients = derivative(gradient, saved.map { $0.unpacked(for: self) })
    for case (let index, let gradient?) in gradients.enumerated() where needs(index) {
      send(gradient, to: index)
    }
  }

  override func release() {
    saved = []
    derivative = nil
  }
}
