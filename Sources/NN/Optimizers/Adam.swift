internal import BlockTasks
public import Tensors

/// Steps scaled by running means of each gradient and of its square (Kingma and Ba, 2015).
///
/// In PyTorch's form: the step is `lr / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + eps)`.
public class Adam: Optimizer {
  private var states: [Int: State] = [:]

  private struct State {
    var mean: Tensor
    var square: Tensor
    /// The greatest `square` so far, with `amsgrad`.
    var peak: Tensor?
    var steps = 0
  }

  /// Makes an optimizer of groups of parameters.
  ///
  /// - Parameters:
  ///   - groups: The groups, with options of their own.
  ///   - lr: How far a step goes.
  ///   - betas: The shares of the running means of the gradient and of its square that a step
  ///     keeps.
  ///   - eps: What keeps the divisor away from zero.
  ///   - weightDecay: The pull of each parameter towards zero.
  ///   - amsgrad: Whether the greatest mean square so far is taken (Reddi and others, 2018).
  ///   - maximize: Whether steps go up the gradient.
  public init(
    _ groups: [ParameterGroup], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0, amsgrad: Bool = false, maximize: Bool = false
  ) {
    super.init(
      groups,
      defaults: [
        .lr: lr, .beta1: betas.0, .beta2: betas.1, .eps: eps, .weightDecay: weightDecay,
        .amsgrad: amsgrad ? 1 : 0, .maximize: maximize ? 1 : 0,
      ])
  }

  /// Makes an optimizer of parameters with the same options.
  public convenience init(
    _ parameters: [Parameter], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0, amsgrad: Bool = false, maximize: Bool = false
  ) {
    self.init(
      [ParameterGroup(parameters)], lr: lr, betas: betas, eps: eps, weightDecay: weightDecay,
      amsgrad: amsgrad, maximize: maximize)
  }

  override func update(_ due: [DueParameter]) {
    due.first?.parameter.device.networkBackend.adaptiveStep(due.compactMap(advanced))
  }

  /// The shares of a parameter that its gradient gets and that its value keeps.
  func decay(in group: ParameterGroup) -> (weightDecay: Double, shrinkage: Double) {
    (group[.weightDecay], 1)
  }

  /// The next step of a parameter; nil when it has been taken, which it is with `amsgrad`.
  private func advanced(_ due: DueParameter) -> AdaptiveUpdate? {
    let (group, parameter, gradient) = (due.group, due.parameter, due.gradient)
    var state =
      states[due.index] ?? State(mean: .zeros(like: parameter), square: .zeros(like: parameter))
    state.steps += 1
    defer { states[due.index] = state }
    let (weightDecay, shrinkage) = decay(in: group)
    let terms = AdaptiveTerms(
      stepSize: group.lr / (1 - power(group[.beta1], state.steps)),
      squareCorrection: (1 - power(group[.beta2], state.steps)).squareRoot(),
      betas: (group[.beta1], group[.beta2]), eps: group[.eps], weightDecay: weightDecay,
      shrinkage: shrinkage)
    if group.holds(.amsgrad) {
      advanceByPeak(parameter, gradient, &state, terms)
      return nil
    }
    return AdaptiveUpdate(
      terms: terms, parameter: changing(parameter), gradient: plainElements(gradient),
      mean: state.mean.elements, square: state.square.elements)
  }

  /// The step with the greatest mean square so far.
  private func advanceByPeak(
    _ parameter: Parameter, _ gradient: Tensor, _ state: inout State, _ terms: AdaptiveTerms<Double>
  ) {
    if terms.shrinkage != 1 { parameter.multiplyInPlace(terms.shrinkage) }
    let slope =
      terms.weightDecay == 0 ? gradient : gradient + parameter.detach() * terms.weightDecay
    state.mean.addInPlace(slope - state.mean, scale: 1 - terms.betas.0)
    state.square.multiplyInPlace(terms.betas.1)
      .addInPlace(slope * slope, scale: 1 - terms.betas.1)
    let peak = state.peak.map { maximum($0, state.square) } ?? state.square.clone()
    state.peak = peak
    let divisor = peak.sqrt() / terms.squareCorrection + terms.eps
    parameter.addInPlace(state.mean / divisor, scale: -terms.stepSize)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }

  override class var printedConstants: [(name: String, value: String)] {
    super.printedConstants + [("capturable", "False"), ("decoupled_weight_decay", "False")]
  }
}
