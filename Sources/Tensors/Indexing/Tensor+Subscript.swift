extension Tensor {
  /// The element, row or plane at an index of the first axis, sharing memory.
  public final subscript(_ index: Int) -> Tensor {
    get { select(0, index) }
    set { assign(newValue, at: [index.selection]) }
  }

  /// The part that the indices select, sharing memory; assigning changes the elements in place.
  ///
  /// The new value is repeated to the size of the part and converted to this tensor's type.
  ///
  ///     x[.all, 1..<3] = Tensor(0.0)
  public final subscript(_ indices: any TensorIndex...) -> Tensor {
    get {
      let selections = indices.map(\.selection.withoutSingleTensor)
      if let picked = IndexTensor(selections, in: layout) { return picking(picked) }
      return window(selections, selections.nodeName)
    }
    set { assign(newValue, at: indices.map(\.selection.withoutSingleTensor)) }
  }

  /// One index of an axis, which is dropped; memory is shared.
  public final func select(_ dim: Int, _ index: Int) -> Tensor {
    let axis = axis(dim, in: "select")
    var layout = elements
    layout.pick(index, axis: axis)
    return record(sharing(layout), self) {
      WindowBackward(self, .along(axis, index.selection), "SelectBackward0")
    }
  }

  /// The parts at each index of an axis, which is dropped.
  public final func unbind(_ dim: Int = 0) -> [Tensor] {
    let axis = axis(dim, in: "unbind")
    return (0..<size(axis)).map { index in
      window(.along(axis, index.selection), "UnbindBackward0")
    }
  }

  /// Parts of `size` elements of an axis, the last of which may be smaller; memory is shared.
  ///
  ///     Tensor.arange(5).split(2)  // [tensor([0, 1]), tensor([2, 3]), tensor([4])]
  public final func split(_ size: Int, dim: Int = 0) -> [Tensor] {
    let axis = axis(dim, in: "split")
    if size < 1 { misuse("a part of \(size) elements", in: "split", [Argument("self", self)]) }
    let count = layout.shape[axis]
    return Swift.stride(from: 0, to: Swift.max(count, 1), by: size).map { first in
      let part = first..<Swift.min(first + size, count)
      return window(.along(axis, part.selection), "SplitBackward0")
    }
  }

  /// At most `count` parts of an axis of about equal size; memory is shared.
  public final func chunk(_ count: Int, dim: Int = 0) -> [Tensor] {
    let size = size(dim)
    if count < 1 { misuse("\(count) parts", in: "chunk", [Argument("self", self)]) }
    return split(Swift.max(1, (size + count - 1) / count), dim: dim)
  }

  /// `length` elements of an axis from `start` on; memory is shared.
  public final func narrow(_ dim: Int, start: Int, length: Int) -> Tensor {
    let axis = axis(dim, in: "narrow")
    let size = layout.shape[axis]
    let first = start < 0 ? start + size : start
    if first < 0 || length < 0 || first + length > size {
      misuse(
        "\(length) elements from \(start) on do not lie in an axis of size \(size)", in: "narrow",
        [Argument("self", self, at: axis)])
    }
    return window(.along(axis, (first..<first + length).selection), "SliceBackward0")
  }

  final func window(_ selections: [AxisSelection], _ name: StaticString) -> Tensor {
    let layout = elements.selecting(selections)
    return record(sharing(layout), self) { WindowBackward(self, selections, name) }
  }
}

extension [AxisSelection] {
  /// The name of the last step PyTorch would take to select this.
  fileprivate var nodeName: StaticString {
    // PyTorch leaves out slices that keep everything, unless one stands alone.
    if count == 1, case .slice = self[0].kind { return "SliceBackward0" }
    for selection in reversed() {
      switch selection.kind {
      case .index: return "SelectBackward0"
      case .newAxis: return "UnsqueezeBackward0"
      case .slice(let from, let to, let step):
        if from != nil || to != nil || step != 1 { return "SliceBackward0" }
      case .ellipsis, .tensor: break
      }
    }
    return "AliasBackward0"
  }

  /// The selection of one axis, with all of those before it.
  static func along(_ axis: Int, _ selection: AxisSelection) -> Self {
    Array(repeating: .all, count: axis) + [selection]
  }
}

/// The gradient of looking at a part: zeros around the gradient of that part.
private final class WindowBackward: AutogradNode {
  private let shape: Shape
  private let selections: [AxisSelection]
  private let title: StaticString

  init(_ input: Tensor, _ selections: [AxisSelection], _ title: StaticString) {
    shape = input.layout.shape
    self.selections = selections
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    let whole = Tensor.zeros(shape.array, dtype: gradient.dtype, device: gradient.device)
    gradient.device.backend.copy(gradient.elements, into: whole.elements.selecting(selections))
    send(whole, to: 0)
  }
}
