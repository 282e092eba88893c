public import Tensors

/// Steps divided by the root of the sum of each gradient's squares so far (Duchi, Hazan and Singer,
/// 2011).
public final class Adagrad: Optimizer {
  private var states: [Int: (sum: Tensor, steps: Int)] = [:]

  /// Makes an optimizer of groups of parameters.
  ///
  /// - Parameters:
  ///   - groups: The groups, with options of their own.
  ///   - lr: How far a step goes.
  ///   - lrDecay: How much the learning rate falls: by `1 + steps · lrDecay`.
  ///   - weightDecay: The pull of each parameter towards zero.
  ///   - initialAccumulatorValue: What the sums of squares begin with.
  ///   - eps: What keeps the divisor away from zero.
  ///   - maximize: Whether steps go up the gradient.
  public init(
    _ groups: [ParameterGroup], lr: Double = 1e-2, lrDecay: Double = 0, weightDecay: Double = 0,
    initialAccumulatorValue: Double = 0, eps: Double = 1e-10, maximize: Bool = false
  ) {
    super.init(
      groups,
      defaults: [
        .lr: lr, .lrDecay: lrDecay, .weightDecay: weightDecay, .eps: eps,
        .initialAccumulatorValue: initialAccumulatorValue, .maximize: maximize ? 1 : 0,
      ])
  }

  /// Makes an optimizer of parameters with the same options.
  public convenience init(
    _ parameters: [Parameter], lr: Double = 1e-2, lrDecay: Double = 0, weightDecay: Double = 0,
    initialAccumulatorValue: Double = 0, eps: Double = 1e-10, maximize: Bool = false
  ) {
    self.init(
      [ParameterGroup(parameters)], lr: lr, lrDecay: lrDecay, weightDecay: weightDecay,
      initialAccumulatorValue: initialAccumulatorValue, eps: eps, maximize: maximize)
  }

  /// Changes one parameter.
  public override func update(
    _ parameter: Parameter, _ gradient: Tensor, in group: ParameterGroup, index: Int
  ) {
    var state =
      states[index]
      ?? (Tensor.zeros(like: parameter).addInPlace(group[.initialAccumulatorValue]), 0)
    let decay = group[.weightDecay]
    let slope = decay == 0 ? gradient : gradient + parameter.detach() * decay
    let rate = group.lr / (1 + Double(state.steps) * group[.lrDecay])
    state.sum.addInPlace(slope * slope)
    parameter.addInPlace(slope / (state.sum.sqrt() + group[.eps]), scale: -rate)
    state.steps += 1
    states[index] = state
  }
}
