// A view and its base share elements, so they share history: when a recorded operation changes one
// of them in place, all get gradients through the change. Only the base's history is rewritten;
// that of a view is derived from it when it is next asked for. (PyTorch does the same, see "View
// + Inplace" in torch/csrc/autograd/variable.h.)

extension Tensor {
  /// A tensor that looks at this one's elements in another way.
  final func sharing(_ layout: StridedView) -> Tensor {
    let view = Tensor(layout)
    if isGradEnabled {
      view.base = base ?? self
      view.viewedChanges = layout.storage.recordedChanges
      view.isUnrecordedView = isUnrecordedView
    } else {
      view.isUnrecordedView = true
    }
    return view
  }

  /// Derives the history of this view from that of its base, which was changed in place.
  final func followBase() {
    viewedChanges = layout.storage.recordedChanges
    guard let base, !(ownNode is LeafNode) else { return }
    ownNode = base.node.map { AsStridedBackward($0, part: layout, of: base) }
  }

  /// Notes that a recorded operation, announced by `beginChange`, computed all elements anew.
  final func rewriteHistory(_ newNode: AutogradNode) {
    guard let base else {
      node = newNode
      return
    }
    base.node = CopySlices(base.node, newNode, part: layout, of: base)
  }

  /// Notes that a recorded operation, announced by `beginChange`, changed a part of the elements
  /// to a value that was repeated and converted to fill it.
  final func rewriteHistory(_ old: AutogradNode?, part: StridedView, to value: Tensor) {
    rewriteHistory(CopySlices(old, value, part: part, of: self))
  }
}

/// The gradient of changing a part in place: none for what was there, and that part for the new
/// value.
private final class CopySlices: AutogradNode {
  private let whole: StridedPlace
  private let part: StridedPlace
  private let valueShape: Shape
  private let valueType: DType

  /// - Parameters:
  ///   - old: What had computed the whole.
  ///   - value: What computed the new value, which has the shape of the part.
  ///   - part: Where the part lies in the storage of the whole.
  init(_ old: AutogradNode?, _ value: AutogradNode?, part: StridedView, of whole: Tensor) {
    self.whole = StridedPlace(whole.layout)
    self.part = StridedPlace(part)
    valueShape = part.shape
    valueType = part.dtype
    super.init(Inputs(old, value))
  }

  /// A value that was repeated and converted to fill the part.
  init(_ old: AutogradNode?, _ value: Tensor, part: StridedView, of whole: Tensor) {
    self.whole = StridedPlace(whole.layout)
    self.part = StridedPlace(part)
    valueShape = value.layout.shape
    valueType = value.dtype
    super.init(Inputs(old, value.node))
  }

  override var name: String { "CopySlices" }

  override func backward(_ gradient: Tensor) {
    let rest = whole.empty(gradient.dtype, gradient.device)
    gradient.device.backend.copy(gradient.elements, into: rest)
    let changed = part.view(in: rest, at: whole)
    if needs(1) {
      send(Tensor(changed).clone().summed(to: valueShape).to(valueType), to: 1)
    }
    if needs(0) {
      gradient.device.backend.fill(changed, .int(0))
      send(Tensor(rest), to: 0)
    }
  }
}

/// The gradient of a part of the elements of another tensor: zeros around it.
private final class AsStridedBackward: AutogradNode {
  private let whole: StridedPlace
  private let part: StridedPlace

  init(_ base: AutogradNode, part: StridedView, of whole: Tensor) {
    self.whole = StridedPlace(whole.layout)
    self.part = StridedPlace(part)
    super.init(Inputs(base))
  }

  override func backward(_ gradient: Tensor) {
    let backend = gradient.device.backend
    let result = whole.empty(gradient.dtype, gradient.device)
    backend.fill(result, .int(0))
    // Elements that `expand` repeats get the sum of their gradients.
    let repeated = part.axes.shape.indices.filter { part.axes.strides[$0] == 0 }
    let once = repeated.isEmpty ? gradient : gradient.sum(dim: repeated, keepDim: true)
    var target = part.view(in: result, at: whole)
    for axis in repeated { target.keep(from: 0, to: 1, step: 1, axis: axis) }
    backend.copy(once.elements, into: target)
    send(Tensor(result), to: 0)
  }
}

/// Where elements lie in a storage, without the storage.
private struct StridedPlace {
  let offset: Int
  let axes: AxisLayout

  init(_ view: StridedView) {
    offset = view.offset
    axes = view.axes
  }

  /// New memory in which elements lie to each other as these do.
  func empty(_ dtype: DType, _ device: Device) -> StridedView {
    let last = axes.shape.indices.reduce(0) {
      $0 + max(axes.shape[$1] - 1, 0) * axes.strides[$1]
    }
    let storage = Storage(byteCount: (last + 1) * dtype.byteCount, device: device)
    return StridedView(storage: storage, offset: 0, axes: axes, dtype: dtype)
  }

  /// These places in memory that `whole.empty` made.
  func view(in memory: StridedView, at whole: StridedPlace) -> StridedView {
    StridedView(
      storage: memory.storage, offset: offset - whole.offset, axes: axes, dtype: memory.dtype)
  }
}
