public import Tensors

/// Steps down the gradient, with momentum if wanted.
///
/// In PyTorch's order of operations: the gradient plus `weightDecay · parameter` is gathered in
/// `velocity = momentum · velocity + (1 - dampening) · gradient`, which begins as the first
/// gradient itself, and the parameter loses `lr · velocity`.
public final class SGD: Optimizer {
  /// The share of the velocity that a step keeps.
  public var momentum: Double
  /// The share of the gradient that does not reach the velocity.
  public var dampening: Double
  /// The pull of each parameter towards zero.
  public var weightDecay: Double
  /// Whether a step looks ahead along the velocity.
  public let nesterov: Bool
  private var velocities: [Tensor?]

  /// Makes an optimizer of the given parameters.
  public init(
    _ parameters: [Parameter], lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0,
    weightDecay: Double = 0, nesterov: Bool = false
  ) {
    requireOption(momentum >= 0, "momentum must not be negative, and is \(momentum)", in: "SGD")
    requireOption(
      weightDecay >= 0, "weightDecay must not be negative, and is \(weightDecay)", in: "SGD")
    requireOption(
      !nesterov || momentum > 0 && dampening == 0, "nesterov needs momentum and no dampening",
      in: "SGD")
    self.momentum = momentum
    self.dampening = dampening
    self.weightDecay = weightDecay
    self.nesterov = nesterov
    velocities = Array(repeating: nil, count: parameters.count)
    super.init(parameters, lr: lr)
  }

  /// Changes one parameter.
  public override func update(_ parameter: Parameter, _ gradient: Tensor, index: Int) {
    let isFirst = velocities[index] == nil
    if momentum != 0, isFirst { velocities[index] = Tensor.empty(like: parameter) }
    parameter.device.networkBackend.momentumStep(
      MomentumOptions(
        lr: lr, momentum: momentum, dampening: dampening, weightDecay: weightDecay,
        nesterov: nesterov, isFirst: isFirst),
      parameter: changing(parameter), gradient: plainElements(gradient),
      velocity: momentum == 0 ? nil : velocities[index]?.elements)
  }
}
