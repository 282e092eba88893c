public import Tensors

/// ``Adam`` whose weight decay shrinks the parameters themselves instead of joining their gradients
/// (Loshchilov and Hutter, 2019).
public final class AdamW: Adam {
  /// Makes an optimizer of the given parameters.
  public override init(
    _ parameters: [Parameter], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999),
    eps: Double = 1e-8, weightDecay: Double = 1e-2
  ) {
    super.init(parameters, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay)
  }

  /// Changes one parameter.
  public override func update(_ parameter: Parameter, _ gradient: Tensor, index: Int) {
    advance(
      parameter, gradient, index: index, weightDecay: 0, shrinkage: 1 - lr * weightDecay)
  }
}
