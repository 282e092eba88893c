public import Tensors

/// `max(0, x)` of each element.
public final class ReLU: Module {
  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.relu(x) }
}
