public import Tensors

/// `x · Φ(x)` of each element, where Φ is the distribution function of the normal distribution.
///
///     print(GELU())  // GELU(approximate='none')
public final class GELU: Module {
  private let approximate: GELUApproximation

  /// Makes a layer; `.tanh` takes a formula without the error function.
  public init(approximate: GELUApproximation = .none) { self.approximate = approximate }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.gelu(x, approximate: approximate) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "approximate='\(approximate.rawValue)'" }
}
