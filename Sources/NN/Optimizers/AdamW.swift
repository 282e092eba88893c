public import Tensors

/// ``Adam`` whose weight decay shrinks the parameters themselves instead of joining their gradients
/// (Loshchilov and Hutter, 2019).
public final class AdamW: Adam {
  /// Makes an optimizer of groups of parameters; the options are those of ``Adam``.
  public override init(
    _ groups: [ParameterGroup], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 1e-2, amsgrad: Bool = false, maximize: Bool = false
  ) {
    super.init(
      groups, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay, amsgrad: amsgrad,
      maximize: maximize)
  }

  /// Makes an optimizer of parameters with the same options.
  public convenience init(
    _ parameters: [Parameter], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 1e-2, amsgrad: Bool = false, maximize: Bool = false
  ) {
    self.init(
      [ParameterGroup(parameters)], lr: lr, betas: betas, eps: eps, weightDecay: weightDecay,
      amsgrad: amsgrad, maximize: maximize)
  }

  override func decay(in group: ParameterGroup) -> (weightDecay: Double, shrinkage: Double) {
    (0, 1 - group.lr * group[.weightDecay])
  }

  override class var printedConstants: [(name: String, value: String)] {
    super.printedConstants.map {
      $0.name == "decoupled_weight_decay" ? ($0.name, "True") : $0
    }
  }
}
