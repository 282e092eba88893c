extension Tensor {
  /// Changes the elements that a subscript with a tensor among its indices picks.
  final func assign(_ value: Tensor, picking index: IndexTensor) {
    let old = node
    let isRecorded = beginChange("subscript assignment", with: value)
    let part = Tensor(index.part(of: elements))
    let block = PickedBlock(part.shape, index.axis, index.axes)
    let shape = Shape(block.before + index.shape + block.after)
    let converted = value.convertedQuietly(to: dtype).elements
    guard broadcastShape(converted.shape, shape) == shape else {
      misuse(
        "the value does not fit the selected elements", in: "subscript assignment",
        [Argument("part", shape.array), Argument("value", value)])
    }
    let source = Tensor(converted.expanded(to: shape)).contiguousDetached()
    part.scatter(source.elements.with(block.shape(picking: index.places.count)), index, block)
    if isRecorded { rewriteHistory(IndexPutBackward(old, value, index, block, shape)) }
  }

  /// Stores rows at the places of an index, wherever this part's elements lie.
  fileprivate final func scatter(
    _ rows: StridedView, _ index: IndexTensor, _ block: PickedBlock
  ) {
    let ordered = noGrad { contiguous() }
    device.backend.scatter(
      rows, index.places.elements, into: ordered.elements.with(block.shape), accumulating: false)
    if ordered !== self { device.backend.copy(ordered.elements, into: elements) }
  }
}

/// The gradient of assigning to picked elements: none for what was there, and theirs for the value.
private final class IndexPutBackward: AutogradNode {
  private let index: IndexTensor
  private let block: PickedBlock
  private let picked: Shape
  private let valueShape: Shape
  private let valueType: DType

  init(
    _ old: AutogradNode?, _ value: Tensor, _ index: IndexTensor, _ block: PickedBlock,
    _ picked: Shape
  ) {
    self.index = index
    self.block = block
    self.picked = picked
    valueShape = value.layout.shape
    valueType = value.dtype
    super.init(Inputs(old, value.node))
  }

  override func backward(_ gradient: Tensor) {
    if needs(0) {
      let rest = gradient.clone()
      let zeros = Tensor.zeros(picked.array, dtype: gradient.dtype, device: gradient.device)
      Tensor(index.part(of: rest.elements))
        .scatter(zeros.elements.with(block.shape(picking: index.places.count)), index, block)
      send(rest, to: 0)
    }
    if needs(1) { send(gradient.picking(index).summed(to: valueShape).to(valueType), to: 1) }
  }
}
