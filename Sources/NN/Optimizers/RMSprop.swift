public import Tensors

/// Steps divided by the root of a running mean of each gradient's square (Tieleman and Hinton,
/// 2012).
///
/// As in PyTorch, `eps` is added after the root is taken.
public final class RMSprop: Optimizer {
  private var states: [Int: State] = [:]

  private struct State {
    var square: Tensor
    /// The running mean of the gradient, when centered.
    var mean: Tensor?
    /// The velocity, with momentum.
    var velocity: Tensor?
  }

  /// Makes an optimizer of groups of parameters.
  ///
  /// - Parameters:
  ///   - groups: The groups, with options of their own.
  ///   - lr: How far a step goes.
  ///   - alpha: The share of the running mean that a step keeps.
  ///   - eps: What keeps the divisor away from zero.
  ///   - weightDecay: The pull of each parameter towards zero.
  ///   - momentum: The share of the velocity that a step keeps.
  ///   - centered: Whether the variance takes the place of the mean square.
  ///   - maximize: Whether steps go up the gradient.
  public init(
    _ groups: [ParameterGroup], lr: Double = 1e-2, alpha: Double = 0.99, eps: Double = 1e-8,
    weightDecay: Double = 0, momentum: Double = 0, centered: Bool = false, maximize: Bool = false
  ) {
    super.init(
      groups,
      defaults: [
        .lr: lr, .alpha: alpha, .eps: eps, .weightDecay: weightDecay, .momentum: momentum,
        .centered: centered ? 1 : 0, .maximize: maximize ? 1 : 0,
      ])
  }

  /// Makes an optimizer of parameters with the same options.
  public convenience init(
    _ parameters: [Parameter], lr: Double = 1e-2, alpha: Double = 0.99, eps: Double = 1e-8,
    weightDecay: Double = 0, momentum: Double = 0, centered: Bool = false, maximize: Bool = false
  ) {
    self.init(
      [ParameterGroup(parameters)], lr: lr, alpha: alpha, eps: eps, weightDecay: weightDecay,
      momentum: momentum, centered: centered, maximize: maximize)
  }

  /// Changes one parameter.
  public override func update(
    _ parameter: Parameter, _ gradient: Tensor, in group: ParameterGroup, index: Int
  ) {
    var state = states[index] ?? State(square: .zeros(like: parameter))
    let (decay, alpha) = (group[.weightDecay], group[.alpha])
    let slope = decay == 0 ? gradient : gradient + parameter.detach() * decay
    state.square.multiplyInPlace(alpha).addInPlace(slope * slope, scale: 1 - alpha)
    var square = state.square
    if group.holds(.centered) {
      let mean = state.mean ?? .zeros(like: parameter)
      mean.addInPlace(slope - mean, scale: 1 - alpha)
      state.mean = mean
      square = square - mean * mean
    }
    var step = slope / (square.sqrt() + group[.eps])
    if group[.momentum] > 0 {
      let velocity = state.velocity ?? .zeros(like: parameter)
      velocity.multiplyInPlace(group[.momentum]).addInPlace(step)
      state.velocity = velocity
      step = velocity
    }
    parameter.addInPlace(step, scale: -group.lr)
    states[index] = state
  }

  override class var printedConstants: [(name: String, value: String)] {
    [("capturable", "False"), ("differentiable", "False"), ("foreach", "None")]
  }
}
