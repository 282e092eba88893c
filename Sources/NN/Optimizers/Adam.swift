public import Tensors

/// Steps scaled by running means of each gradient and of its square (Kingma and Ba, 2015).
///
/// In PyTorch's form: the step is `lr / (1 - β₁ᵗ) · m / (√v / √(1 - β₂ᵗ) + eps)`.
public class Adam: Optimizer {
  /// The shares of the running means of the gradient and of its square that a step keeps.
  public let betas: (Double, Double)
  /// What keeps the divisor away from zero.
  public let eps: Double
  /// The pull of each parameter towards zero.
  public let weightDecay: Double
  private var states: [State?]

  private struct State {
    var mean: Tensor
    var square: Tensor
    var steps = 0
  }

  /// Makes an optimizer of the given parameters.
  public init(
    _ parameters: [Parameter], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 0
  ) {
    requireOption(
      (0..<1).contains(betas.0) && (0..<1).contains(betas.1),
      "betas must be from 0 to below 1, and are \(betas)", in: "\(Self.self)")
    requireOption(eps >= 0, "eps must not be negative, and is \(eps)", in: "\(Self.self)")
    requireOption(
      weightDecay >= 0, "weightDecay must not be negative, and is \(weightDecay)",
      in: "\(Self.self)")
    self.betas = betas
    self.eps = eps
    self.weightDecay = weightDecay
    states = Array(repeating: nil, count: parameters.count)
    super.init(parameters, lr: lr)
  }

  /// Changes one parameter.
  public override func update(_ parameter: Parameter, _ gradient: Tensor, index: Int) {
    advance(parameter, gradient, index: index, weightDecay: weightDecay, shrinkage: 1)
  }

  /// One step of a parameter, with the decay of Adam or of AdamW.
  final func advance(
    _ parameter: Parameter, _ gradient: Tensor, index: Int, weightDecay: Double,
    shrinkage: Double
  ) {
    var state =
      states[index]
      ?? State(mean: .zeros(like: parameter), square: .zeros(like: parameter))
    state.steps += 1
    states[index] = state
    parameter.device.networkBackend.adaptiveStep(
      AdaptiveOptions(
        stepSize: lr / (1 - power(betas.0, state.steps)),
        squareCorrection: (1 - power(betas.1, state.steps)).squareRoot(), betas: betas, eps: eps,
        weightDecay: weightDecay, shrinkage: shrinkage),
      parameter: changing(parameter), gradient: plainElements(gradient),
      mean: state.mean.elements, square: state.square.elements)
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
}
