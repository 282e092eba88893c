public import Tensors

/// `max(0, x)` of each element.
public final class ReLU: Module {
  private let inplace: Bool

  /// Makes a layer; with `inplace` the result takes the place of the input's elements.
  public init(inplace: Bool = false) { self.inplace = inplace }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.relu(x, inplace: inplace) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { inplace ? "inplace=True" : "" }
}
