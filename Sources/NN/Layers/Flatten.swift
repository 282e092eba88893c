public import Tensors

/// Makes several axes one; by default all but the batch axis.
///
///     Flatten()(Tensor.rand(64, 16, 5, 5)).shape  // [64, 400]
public final class Flatten: Module {
  private let startDim: Int
  private let endDim: Int

  /// Makes a layer that joins the axes from `startDim` to `endDim`.
  public init(startDim: Int = 1, endDim: Int = -1) {
    self.startDim = startDim
    self.endDim = endDim
  }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor { x.flatten(startDim, endDim) }

  /// The options as PyTorch prints them.
  public override var extraRepr: String { "start_dim=\(startDim), end_dim=\(endDim)" }
}
