extension StridedView {
  /// The part of the elements that the indices select.
  func selecting(_ selections: [AxisSelection]) -> StridedView {
    var named = 0
    var ellipses = 0
    for selection in selections {
      switch selection.kind {
      case .index, .slice: named += 1
      case .ellipsis: ellipses += 1
      case .newAxis: break
      // Taken out by `IndexTensor` before.
      case .tensor: misuse("an index tensor does not select a view", in: "subscript")
      }
    }
    if named > shape.count {
      misuse(
        "\(named) indices for \(shape.count) axes", in: "subscript",
        [Argument("self", shape.array)])
    }
    if ellipses > 1 { misuse("more than one .ellipsis", in: "subscript") }
    var result = self
    var axis = 0
    for selection in selections {
      switch selection.kind {
      case .index(let index):
        result.pick(index, axis: axis)
      case .slice(let from, let to, let step):
        result.keep(from: from, to: to, step: step, axis: axis)
        axis += 1
      case .newAxis:
        var (shape, strides) = (result.shape, result.strides)
        shape.insert(1, at: axis)
        strides.insert(1, at: axis)
        result = result.with(shape, strides: strides)
        axis += 1
      case .ellipsis:
        axis += shape.count - named
      case .tensor: break
      }
    }
    return result
  }

  /// Drops an axis, keeping one of its elements.
  mutating func pick(_ index: Int, axis: Int) {
    let size = axis < shape.count ? shape[axis] : 0
    if index < -size || index >= size {
      if shape.count == 0 {
        misuse(
          "a tensor without axes cannot be indexed", in: "subscript", hint: "x.item() is its value")
      }
      misuse(
        "index \(index) is outside an axis of size \(size)", in: "subscript",
        [Argument("self", shape.array, at: axis)])
    }
    offset += (index < 0 ? index + size : index) * strides[axis]
    var (shape, strides) = (axes.shape, axes.strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    axes = AxisLayout(shape, strides: strides)
  }

  /// Keeps a part of an axis.
  ///
  /// Bounds outside it are moved to its ends, as Python does.
  mutating func keep(from: Int?, to: Int?, step: Int, axis: Int) {
    let size = axes.shape[axis]
    func bound(_ value: Int) -> Int { min(max(value < 0 ? value + size : value, 0), size) }
    let first = bound(from ?? 0)
    let end = max(first, bound(to ?? size))
    var (shape, strides) = (axes.shape, axes.strides)
    offset += first * strides[axis]
    shape[axis] = (end - first + step - 1) / step
    strides[axis] *= step
    axes = AxisLayout(shape, strides: strides)
  }
}
