public import Tensors

/// Steps down the gradient, with momentum if wanted.
///
/// In PyTorch's order of operations: the gradient plus `weightDecay · parameter` is gathered in
/// `velocity = momentum · velocity + (1 - dampening) · gradient`, which begins as the first
/// gradient itself, and the parameter loses `lr · velocity`.
public final class SGD: Optimizer {
  private var velocities: [Int: Tensor] = [:]

  /// Makes an optimizer of groups of parameters.
  ///
  /// - Parameters:
  ///   - groups: The groups, with options of their own.
  ///   - lr: How far a step goes.
  ///   - momentum: The share of the velocity that a step keeps.
  ///   - dampening: The share of the gradient that does not reach the velocity.
  ///   - weightDecay: The pull of each parameter towards zero.
  ///   - nesterov: Whether a step looks ahead along the velocity.
  ///   - maximize: Whether steps go up the gradient.
  public init(
    _ groups: [ParameterGroup], lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0,
    weightDecay: Double = 0, nesterov: Bool = false, maximize: Bool = false
  ) {
    super.init(
      groups,
      defaults: [
        .lr: lr, .momentum: momentum, .dampening: dampening, .weightDecay: weightDecay,
        .nesterov: nesterov ? 1 : 0, .maximize: maximize ? 1 : 0,
      ])
  }

  /// Makes an optimizer of parameters with the same options.
  public convenience init(
    _ parameters: [Parameter], lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0,
    weightDecay: Double = 0, nesterov: Bool = false, maximize: Bool = false
  ) {
    self.init(
      [ParameterGroup(parameters)], lr: lr, momentum: momentum, dampening: dampening,
      weightDecay: weightDecay, nesterov: nesterov, maximize: maximize)
  }

  override func check(_ group: ParameterGroup) {
    if group.holds(.nesterov), group[.momentum] <= 0 || group[.dampening] != 0 {
      misuse("nesterov needs momentum and no dampening", in: "SGD")
    }
  }

  override func update(_ due: [DueParameter]) {
    let updates = due.map { due in
      let (group, momentum) = (due.group, due.group[.momentum])
      let isFirst = velocities[due.index] == nil
      if momentum != 0, isFirst { velocities[due.index] = Tensor.empty(like: due.parameter) }
      return MomentumUpdate(
        options: MomentumOptions(
          lr: group.lr, momentum: momentum, dampening: group[.dampening],
          weightDecay: group[.weightDecay], nesterov: group.holds(.nesterov), isFirst: isFirst),
        parameter: changing(due.parameter), gradient: plainElements(due.gradient),
        velocity: momentum == 0 ? nil : velocities[due.index]?.elements)
    }
    due.first?.parameter.device.networkBackend.momentumStep(updates)
  }
}
