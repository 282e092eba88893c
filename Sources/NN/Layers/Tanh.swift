public import Tensors

/// The hyperbolic tangent of each element.
public final class Tanh: Module {
  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.tanh(x) }
}
