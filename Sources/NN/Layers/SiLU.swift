public import Tensors

/// `x / (1 + exp(-x))` of each element, also called swish.
public final class SiLU: Module {
  private let inplace: Bool

  /// Makes a layer; with `inplace` the result takes the place of the input's elements.
  public init(inplace: Bool = false) { self.inplace = inplace }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.silu(x, inplace: inplace) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { inplace ? "inplace=True" : "" }
}
