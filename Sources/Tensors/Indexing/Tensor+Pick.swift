extension Tensor {
  /// The parts of an axis at the given indices, copied. (PyTorch: `index_select`.)
  ///
  ///     Tensor([[1, 2, 3], [4, 5, 6]]).indexSelect(1, Tensor([2, 0]))
  ///     // tensor([[3, 1],
  ///     //         [6, 4]])
  public final func indexSelect(_ dim: Int, _ index: Tensor) -> Tensor {
    let axis = axis(dim, in: "indexSelect")
    if index.ndim > 1 {
      misuse("the index has more than one axis", in: "indexSelect", [Argument("index", index)])
    }
    let size = ndim == 0 ? 1 : layout.shape[axis]
    let places = IndexTensor.places(index, size: size, in: "indexSelect")
    return picked(axis, 1, places, [places.count], "IndexSelectBackward0")
  }

  /// The elements where the mask holds, in reading order; both broadcast. (PyTorch:
  /// `masked_select`.)
  public final func maskedSelect(_ mask: Tensor) -> Tensor {
    if mask.dtype != .bool {
      misuse(
        "the mask must be of truth values, not \(mask.dtype.name)", in: "maskedSelect",
        [Argument("mask", mask)], hint: "compare it: mask .!= 0")
    }
    let shape = commonShape(self, mask, in: "maskedSelect")
    let holds = mask.expanded(to: shape).reshape(-1).scalars(as: Bool.self)
    let places = Tensor(holds.indices.filter { holds[$0] })
    return expanded(to: shape).reshape(-1)
      .picked(0, 1, places, [places.count], "MaskedSelectBackward0")
  }

  /// The indices of all elements that are not zero, a row for each. (PyTorch: `nonzero`.)
  public final func nonzero() -> Tensor {
    let holds = (self .!= 0).scalars(as: Bool.self)
    let sizes = shape
    var rows: [Int] = []
    for place in holds.indices where holds[place] {
      var rest = place
      var row = [Int](repeating: 0, count: sizes.count)
      for axis in sizes.indices.reversed() {
        row[axis] = rest % sizes[axis]
        rest /= sizes[axis]
      }
      rows += row
    }
    let found = holds.count { $0 }
    return Tensor(scalars: rows, shape: [found, sizes.count])
  }

  /// What a subscript with a tensor among its indices selects.
  final func picking(_ index: IndexTensor) -> Tensor {
    let part = window(index.others, "SliceBackward0")
    return (index.order.map(part.permute) ?? part)
      .picked(index.axis, index.axes, index.places, index.shape, "IndexBackward0")
  }

  /// The elements at `places` of `axes` axes taken as one, which make axes of the given shape.
  private func picked(
    _ axis: Int, _ axes: Int, _ places: Tensor, _ shape: [Int], _ name: StaticString
  ) -> Tensor {
    let block = PickedBlock(layout.shape.array, axis, axes)
    let result = Tensor.empty(
      block.before + shape + block.after, dtype: dtype, device: device)
    device.backend.gather(
      contiguousDetached().elements.with(block.shape), places.elements,
      into: result.elements.with(block.shape(picking: places.count)))
    return record(result, self) { GatherNode(self, block, places, name) }
  }
}

/// Axes seen as three: those before the picked ones, the picked ones as one, and those after.
struct PickedBlock {
  let before: [Int]
  let after: [Int]
  private let size: Int

  init(_ shape: [Int], _ axis: Int, _ axes: Int) {
    before = Array(shape.prefix(axis))
    after = Array(shape.dropFirst(axis + axes))
    size = shape.dropFirst(axis).prefix(axes).reduce(1, *)
  }

  var shape: [Int] { shape(picking: size) }

  func shape(picking count: Int) -> [Int] { [before.reduce(1, *), count, after.reduce(1, *)] }
}

extension StridedView {
  /// These contiguous elements with another shape.
  func with(_ shape: [Int]) -> StridedView {
    with(Shape(shape), strides: Shape(shape).contiguousStrides)
  }
}

/// The gradient of picking: each picked element's goes back to its place.
private final class GatherNode: AutogradNode {
  private let axes: AxisLayout
  private let block: PickedBlock
  private let places: Tensor
  private let title: StaticString

  init(_ input: Tensor, _ block: PickedBlock, _ places: Tensor, _ title: StaticString) {
    axes = input.layout.axes
    self.block = block
    self.places = places
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    let whole = Tensor.zeros(axes.shape.array, dtype: gradient.dtype, device: gradient.device)
    gradient.device.backend.scatter(
      gradient.contiguous().elements.with(block.shape(picking: places.count)), places.elements,
      into: whole.elements.with(block.shape), accumulating: true)
    send(whole, to: 0)
  }
}
