extension Tensor {
  /// A copy with elements put along an axis, each at an index of its own: the reverse of `gather`.
  ///
  ///     Tensor.zeros(2, 3).scatter(1, Tensor([[2], [0]]), Tensor([[1.0], [5]]))
  ///     // tensor([[0., 0., 1.],
  ///     //         [5., 0., 0.]])
  ///
  /// - Parameters:
  ///   - dim: The axis.
  ///   - index: Whole numbers in 0..<size of the axis. As many axes as this tensor, except along
  ///     `dim` nowhere larger than it, and nowhere larger than `source`.
  ///   - source: The elements, of this tensor's type. Where an index repeats, the last one stays.
  public final func scatter(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
    put(.replacing, dim, index, source, "scatter", "ScatterBackward0")
  }

  /// A copy with one number put along an axis at the given indices.
  ///
  ///     Tensor.zeros(2, 3).scatter(1, labels.unsqueeze(1), 1)  // one-hot rows
  public final func scatter<S: TensorScalar>(
    _ dim: Int, _ index: Tensor, _ value: S
  ) -> Tensor {
    let source = Tensor.full(index.shape, value, dtype: dtype, device: device)
    return put(.replacing, dim, index, source, "scatter", "ScatterBackward1")
  }

  /// A copy with elements added along an axis, each at an index of its own.
  ///
  ///     let votes = Tensor.zeros(3).scatterAdd(0, Tensor([0, 2, 0]), Tensor([1.0, 1, 1]))
  ///     // tensor([2., 0., 1.])
  public final func scatterAdd(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
    put(.adding, dim, index, source, "scatterAdd", "ScatterAddBackward0")
  }

  /// Puts elements along an axis in place. (PyTorch: `scatter_`.)
  @discardableResult
  public final func scatterInPlace(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
    replaced(in: "scatterInPlace", with: source) { $0.scatter(dim, index, source) }
  }

  /// Puts one number along an axis in place. (PyTorch: `scatter_`.)
  @discardableResult
  public final func scatterInPlace<S: TensorScalar>(
    _ dim: Int, _ index: Tensor, _ value: S
  ) -> Tensor {
    replaced(in: "scatterInPlace") { $0.scatter(dim, index, value) }
  }

  /// Adds elements along an axis in place. (PyTorch: `scatter_add_`.)
  @discardableResult
  public final func scatterAddInPlace(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
    replaced(in: "scatterAddInPlace", with: source) { $0.scatterAdd(dim, index, source) }
  }

  private func put(
    _ putting: Putting, _ dim: Int, _ index: Tensor, _ source: Tensor, _ operation: String,
    _ title: StaticString
  ) -> Tensor {
    let axis = axis(dim, in: operation)
    if source.dtype != dtype {
      misuse(
        "the source is \(source.dtype.name) and self \(dtype.name)", in: operation,
        [Argument("self", self), Argument("source", source)],
        hint: "convert it: source.to(.\(dtype.name))")
    }
    let places = places(index, along: axis, in: operation, source: source)
    let result = detach().clone()
    var part = source.elements
    for place in places.layout.shape.indices {
      part.keep(from: 0, to: places.layout.shape[place], step: 1, axis: place)
    }
    if ndim == 0 {
      device.backend.copy(
        (putting == .adding ? self + source : source).elements, into: result.layout)
    } else {
      device.backend.put(part, places.elements, along: axis, into: result.layout, putting)
    }
    return record(result, self, source) { PutBackward(self, source, axis, places, putting, title) }
  }
}

/// The gradient of putting elements: those that were overwritten get none.
private final class PutBackward: AutogradNode {
  private let axis: Int
  private let putting: Putting
  private let sourceShape: Shape
  private var places: SavedTensor?
  private let title: StaticString

  init(
    _ input: Tensor, _ source: Tensor, _ axis: Int, _ places: Tensor, _ putting: Putting,
    _ title: StaticString
  ) {
    self.axis = axis
    self.putting = putting
    sourceShape = source.layout.shape
    self.places = SavedTensor(places)
    self.title = title
    super.init(Inputs(input.node, source.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    guard let places = places?.unpacked(for: self) else { return }
    if needs(0) {
      send(putting == .adding ? gradient : gradient.scatter(axis, places, 0), to: 0)
    }
    if needs(1) {
      // Elements of the source beyond the index took no part.
      let whole = Tensor.zeros(
        sourceShape.array, dtype: gradient.dtype, device: gradient.device)
      let taken = gradient.gather(axis, places)
      var part = whole.layout
      for place in sourceShape.indices {
        part.keep(from: 0, to: taken.layout.shape[place], step: 1, axis: place)
      }
      gradient.device.backend.copy(taken.elements, into: part)
      send(whole, to: 1)
    }
  }

  override func release() { places = nil }
}
