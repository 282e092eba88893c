public import Tensors

/// A fully connected layer: `x · weightᵀ + bias` over the last axis.
///
///     let layer = Linear(784, 256)
///     layer(Tensor.rand(64, 784)).shape  // [64, 256]
///
/// A single sample without batch axis, `[784]`, gives `[256]`.
public final class Linear: Module {
  /// `[outFeatures, inFeatures]`, at first drawn from U(±1/√inFeatures).
  public let weight: Parameter
  /// `[outFeatures]`, drawn likewise; nil for a layer without one.
  public let bias: Parameter?
  /// Size of the input's last axis.
  public let inFeatures: Int
  /// Size of the output's last axis.
  public let outFeatures: Int

  /// Makes a layer with PyTorch's initial values.
  ///
  /// - Parameters:
  ///   - inFeatures: Size of the input's last axis.
  ///   - outFeatures: Size of the output's last axis.
  ///   - bias: Whether the layer adds a learned number to each output.
  public init(_ inFeatures: Int, _ outFeatures: Int, bias: Bool = true) {
    requirePositive(["inFeatures": inFeatures, "outFeatures": outFeatures], in: "Linear")
    self.inFeatures = inFeatures
    self.outFeatures = outFeatures
    weight = DefaultInitialization.weight([outFeatures, inFeatures], fanIn: inFeatures)
    self.bias = bias ? DefaultInitialization.bias(outFeatures, fanIn: inFeatures) : nil
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { F.linear(x, weight, bias: bias) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "in_features=\(inFeatures), out_features=\(outFeatures), bias=\(python(bias != nil))"
  }
}
