public import Tensors

/// Each sample brought to mean zero and variance one over its last axes, then scaled and shifted by
/// learned numbers.
///
///     let layer = LayerNorm(10)
///     layer(Tensor.rand(20, 5, 10)).shape  // [20, 5, 10]
///     print(layer)  // LayerNorm((10,), eps=1e-05, elementwise_affine=True, bias=True)
public final class LayerNorm: Module {
  /// A factor for each place, at first 1; nil without `elementwiseAffine`.
  public let weight: Parameter?
  /// What is added to each place, at first 0; nil without `elementwiseAffine` or `bias`.
  public let bias: Parameter?
  /// The sizes of the axes over which mean and variance are taken.
  public let normalizedShape: [Int]
  /// What is added to the variance.
  public let eps: Double

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - normalizedShape: The sizes of the input's last axes, over which mean and variance are taken.
  ///   - eps: What is added to the variance.
  ///   - elementwiseAffine: Whether places are scaled and shifted by learned numbers.
  ///   - bias: Whether they are shifted.
  public init(
    _ normalizedShape: [Int], eps: Double = 1e-5, elementwiseAffine: Bool = true,
    bias: Bool = true
  ) {
    requirePositive(
      ["normalizedShape": normalizedShape.min() ?? 0], in: "LayerNorm")
    self.normalizedShape = normalizedShape
    self.eps = eps
    weight = elementwiseAffine ? Parameter(Tensor.ones(normalizedShape)) : nil
    self.bias = elementwiseAffine && bias ? Parameter(Tensor.zeros(normalizedShape)) : nil
  }

  /// Makes a layer that works over the last axis.
  public convenience init(
    _ size: Int, eps: Double = 1e-5, elementwiseAffine: Bool = true, bias: Bool = true
  ) {
    self.init([size], eps: eps, elementwiseAffine: elementwiseAffine, bias: bias)
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    F.layerNorm(x, normalizedShape, weight: weight, bias: bias, eps: eps)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "\(pythonTuple(normalizedShape)), eps=\(eps), elementwise_affine=\(python(weight != nil)), "
      + "bias=\(python(bias != nil))"
  }
}
