extension Tensor {
  /// The product of all elements; `int64` for whole numbers and truth values.
  public final func prod() -> Tensor {
    let values = reduced(.product, Array(layout.shape.indices), keepDim: false, as: productType)
    return record(values, self) { ProdBackward(self, nil) }
  }

  /// The product along an axis; `int64` for whole numbers and truth values.
  ///
  ///     Tensor([[1.0, 2], [3, 4]]).prod(dim: 0)  // tensor([3., 8.])
  public final func prod(dim: Int, keepDim: Bool = false) -> Tensor {
    let axes = axes([dim], in: "prod")
    let values = reduced(.product, axes, keepDim: keepDim, as: productType)
    return record(values, self) { ProdBackward(self, axes.first ?? 0) }
  }

  private var productType: DType { dtype.isFloatingPoint ? dtype : .int64 }
}

/// The gradient of a product: the product of all others, taken without a division, so that zeros
/// do no harm.
private final class ProdBackward: AutogradNode {
  private let axis: Int?
  private var input: SavedTensor?

  init(_ input: Tensor, _ axis: Int?) {
    self.axis = axis
    self.input = SavedTensor(input)
    super.init(Inputs(input.node))
  }

  override var name: String { axis == nil ? "ProdBackward0" : "ProdBackward1" }

  override func backward(_ gradient: Tensor) {
    guard let input = input?.unpacked(for: self) else { return }
    if input.ndim == 0 { return send(gradient.reshape([]), to: 0) }
    let x = axis == nil ? input.reshape(-1) : input
    let along = axis ?? 0
    let others = x.productsBefore(along) * x.flip(along).productsBefore(along).flip(along)
    let whole = gradient.restoring([along], of: x.layout.shape)
    send((others * whole).reshape(input.shape), to: 0)
  }

  override func release() { input = nil }
}
