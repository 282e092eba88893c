extension Tensor {
  /// A copy with the parts of `source` added at the given indices of an axis.
  ///
  ///     Tensor.zeros(3, 2).indexAdd(0, Tensor([0, 2, 0]), Tensor.ones(3, 2))
  ///     // tensor([[2., 2.],
  ///     //         [0., 0.],
  ///     //         [1., 1.]])
  ///
  /// - Parameters:
  ///   - dim: The axis.
  ///   - index: One whole number for each part, of shape `[n]`.
  ///   - source: This tensor's shape, but `n` along the axis.
  ///   - scale: A factor for the source. (PyTorch: `alpha`.)
  public final func indexAdd(
    _ dim: Int, _ index: Tensor, _ source: Tensor, scale: Double = 1
  ) -> Tensor {
    let axis = axis(dim, in: "indexAdd")
    let places = IndexTensor.places(
      index, size: ndim == 0 ? 1 : layout.shape[axis], in: "indexAdd")
    var expected = shape
    if ndim > 0 { expected[axis] = places.count }
    if index.ndim > 1 || source.shape != expected || source.dtype != dtype {
      misuse(
        "the source needs one part of self's type for each index, of shape \(expected)",
        in: "indexAdd",
        [Argument("self", self), Argument("index", index), Argument("source", source)])
    }
    let result = detach().clone()
    let part = noGrad { (scale == 1 ? source : source * scale).contiguousDetached() }
    let block = PickedBlock(shape, axis, ndim == 0 ? 0 : 1)
    device.backend.scatter(
      part.elements.with(block.shape(picking: places.count)), places.elements,
      into: result.elements.with(block.shape), accumulating: true)
    return record(result, self, source) { IndexAddBackward(self, source, axis, places, scale) }
  }

  /// Adds parts at the given indices of an axis in place. (PyTorch: `index_add_`.)
  @discardableResult
  public final func indexAddInPlace(
    _ dim: Int, _ index: Tensor, _ source: Tensor, scale: Double = 1
  ) -> Tensor {
    replaced(in: "indexAddInPlace", with: source) { $0.indexAdd(dim, index, source, scale: scale) }
  }
}

private final class IndexAddBackward: AutogradNode {
  private let axis: Int
  private let scale: Double
  private var places: Tensor?

  init(_ input: Tensor, _ source: Tensor, _ axis: Int, _ places: Tensor, _ scale: Double) {
    self.axis = axis
    self.scale = scale
    self.places = places
    super.init(Inputs(input.node, source.node))
  }

  override func backward(_ gradient: Tensor) {
    guard let places else { return }
    if needs(0) { send(gradient, to: 0) }
    if needs(1) {
      let part = gradient.ndim == 0 ? gradient : gradient.indexSelect(axis, places)
      send(scale == 1 ? part : part * scale, to: 1)
    }
  }

  override func release() { places = nil }
}
