extension Tensor {
  /// Elements picked along an axis, each by an index of its own.
  ///
  ///     let scores = Tensor([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]])
  ///     scores.gather(1, Tensor([[1], [0]]))
  ///     // tensor([[0.7000],
  ///     //         [0.5000]])
  ///
  /// - Parameters:
  ///   - dim: The axis.
  ///   - index: Whole numbers in 0..<size of the axis. As many axes as this tensor, and except along
  ///     `dim` nowhere larger.
  /// - Returns: A tensor of the shape of `index`.
  public final func gather(_ dim: Int, _ index: Tensor) -> Tensor {
    let axis = axis(dim, in: "gather")
    let places = places(index, along: axis, in: "gather")
    let result = Tensor.empty(index.shape, dtype: dtype, device: device)
    if ndim == 0 {
      device.backend.copy(elements, into: result.layout)
    } else {
      device.backend.take(elements, places.elements, along: axis, into: result.layout)
    }
    return recordTaking(result, axis, places, "GatherBackward0")
  }

  /// Notes that a result holds this tensor's elements at the given places along an axis.
  final func recordTaking(
    _ result: Tensor, _ axis: Int, _ places: Tensor, _ name: StaticString
  ) -> Tensor {
    record(result, self) { TakeBackward(self, axis, places, name) }
  }

  /// An index tensor's whole numbers as `int64`, after a check that they lie in the axis.
  ///
  /// - Parameter source: Another tensor that must nowhere be smaller than the index.
  final func places(
    _ index: Tensor, along axis: Int, in operation: String, source: Tensor? = nil
  ) -> Tensor {
    if index.dtype.isFloatingPoint || index.dtype == .bool {
      misuse(
        "the index has whole numbers, not \(index.dtype.name)", in: operation,
        [Argument("index", index)], hint: "convert it: index.to(.int64)")
    }
    for (name, tensor, free) in [("self", self, axis), ("source", source, -1)] {
      guard let tensor else { continue }
      if index.ndim != tensor.ndim {
        misuse(
          "the index has \(index.ndim) axes and \(name) \(tensor.ndim)", in: operation,
          [Argument(name, tensor), Argument("index", index)],
          hint: "they need the same number of axes: index.unsqueeze(\(axis)) adds one")
      }
      for place in index.layout.shape.indices
      where place != free && index.layout.shape[place] > tensor.layout.shape[place] {
        misuse(
          "the index is larger than \(name)", in: operation,
          [Argument(name, tensor, at: place), Argument("index", index, at: place)])
      }
    }
    let places = index.convertedQuietly(to: .int64).contiguousDetached()
    let size = ndim == 0 ? 1 : layout.shape[axis]
    for place in places.scalars(as: Int.self) where place < 0 || place >= size {
      misuse(
        "index \(place) is outside an axis of size \(size)", in: operation,
        [
          ndim == 0 ? Argument("self", self) : Argument("self", self, at: axis),
          Argument("index", index),
        ])
    }
    return places
  }
}

/// The gradient of elements picked along an axis, which goes back to their places.
private final class TakeBackward: AutogradNode {
  private let axis: Int
  private let shape: Shape
  private var places: SavedTensor?
  private let title: StaticString

  init(_ input: Tensor, _ axis: Int, _ places: Tensor, _ title: StaticString) {
    self.axis = axis
    shape = input.layout.shape
    self.places = SavedTensor(places)
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    guard let places = places?.unpacked(for: self) else { return }
    if shape.count == 0 { return send(gradient, to: 0) }
    let whole = Tensor.zeros(shape.array, dtype: gradient.dtype, device: gradient.device)
    gradient.device.backend.put(
      gradient.elements, places.elements, along: axis, into: whole.layout, .adding)
    send(whole, to: 0)
  }

  override func release() { places = nil }
}
