public import Tensors

/// `1 / (1 + exp(-x))` of each element.
public final class Sigmoid: Module {
  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.sigmoid(x) }
}
