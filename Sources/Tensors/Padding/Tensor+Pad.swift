extension Tensor {
  /// A copy with elements added around it. (PyTorch: `F.pad`.)
  ///
  ///     Tensor([[1.0, 2], [3, 4]]).pad([1, 0])
  ///     // tensor([[0., 1., 2.],
  ///     //         [0., 3., 4.]])
  ///
  /// - Parameters:
  ///   - widths: Elements before and after each axis, the last axis first:
  ///     `[left, right, top, bottom]`. A negative width takes elements away (only with `.constant`
  ///     for those below the size of an axis).
  ///   - mode: What is added. Modes other than `.constant` pad the last one, two or three axes of a
  ///     tensor that has one or two axes more (channels, or batch and channels), as in PyTorch.
  ///   - value: The number that `.constant` adds.
  public final func pad(
    _ widths: [Int], mode: PadMode = .constant, value: Double = 0
  ) -> Tensor {
    checkPadding(widths, mode)
    return mode == .constant ? padConstant(widths, value) : padByCopying(widths, mode)
  }

  /// Each padded axis, and how many elements are added before and after it.
  private func pairs(_ widths: [Int]) -> [PadWidths] {
    (0..<widths.count / 2).map { (ndim - 1 - $0, widths[2 * $0], widths[2 * $0 + 1]) }
  }

  private func padConstant(_ widths: [Int], _ value: Double) -> Tensor {
    var shape = layout.shape
    for (axis, before, after) in pairs(widths) { shape[axis] += before + after }
    let result = Tensor.full(shape.array, value, dtype: dtype, device: device)
    device.backend.copy(
      elements.inside(pairs(widths), .taken), into: result.layout.inside(pairs(widths), .added))
    return record(result, self) { ConstantPadNdBackward(self, pairs(widths)) }
  }

  private func padByCopying(_ widths: [Int], _ mode: PadMode) -> Tensor {
    let places = pairs(widths).map { axis, before, after in
      (axis, mode.sources(before: before, after: after, size: layout.shape[axis]))
    }
    let values = noGrad {
      places.reduce(detach()) { $0.indexSelect($1.0, Tensor($1.1)) }
    }
    return record(values, self) { EdgePadBackward(self, places, mode) }
  }

  private func checkPadding(_ widths: [Int], _ mode: PadMode) {
    if widths.count % 2 != 0 || widths.count / 2 > ndim {
      misuse(
        "two widths are needed for each padded axis", in: "pad",
        [Argument("self", self), Argument("widths", widths)],
        hint: "[left, right] pads the last axis, [left, right, top, bottom] the last two")
    }
    if mode != .constant, ![1, 2].contains(ndim - widths.count / 2) || widths.count > 6 {
      misuse(
        "\(mode.rawValue) pads the last one, two or three axes of a tensor with one or two more",
        in: "pad", [Argument("self", self), Argument("widths", widths)],
        hint: "add an axis of channels with x.unsqueeze(0)")
    }
    for (axis, before, after) in pairs(widths) {
      let size = layout.shape[axis]
      let most = mode == .reflect ? size - 1 : mode == .circular ? size : Int.max
      if Swift.max(before, after) > most {
        misuse(
          "\(mode.rawValue) has no more than \(most) elements to add", in: "pad",
          [Argument("self", self, at: axis), Argument("widths", widths)])
      }
      if mode != .constant, size == 0 || before < 0 || after < 0 {
        misuse(
          "\(mode.rawValue) cannot take elements away, nor add to none", in: "pad",
          [Argument("self", self, at: axis), Argument("widths", widths)], hint: "use narrow")
      }
      if size + before + after < 0 {
        misuse(
          "more elements would be taken away than there are", in: "pad",
          [Argument("self", self, at: axis), Argument("widths", widths)])
      }
    }
  }
}

private typealias PadWidths = (axis: Int, before: Int, after: Int)

extension StridedView {
  fileprivate enum Edge { case added, taken }

  /// Without the elements that padding has added, or will take away.
  fileprivate func inside(_ widths: [PadWidths], _ edge: Edge) -> StridedView {
    var part = self
    for (axis, before, after) in widths {
      let (first, rest) = edge == .added ? (before, after) : (-before, -after)
      part.keep(
        from: max(first, 0), to: max(part.shape[axis] - max(rest, 0), 0), step: 1, axis: axis)
    }
    return part
  }
}

/// What was added gets no gradient, and what was taken away gives none.
private final class ConstantPadNdBackward: AutogradNode {
  private let shape: Shape
  private let widths: [PadWidths]

  init(_ input: Tensor, _ widths: [PadWidths]) {
    shape = input.layout.shape
    self.widths = widths
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    let whole = Tensor.zeros(shape.array, dtype: gradient.dtype, device: gradient.device)
    gradient.device.backend.copy(
      gradient.elements.inside(widths, .added), into: whole.layout.inside(widths, .taken))
    send(whole, to: 0)
  }
}

/// Each element that was added gives its gradient to the one it copies.
private final class EdgePadBackward: AutogradNode {
  private let shape: Shape
  private let places: [(axis: Int, sources: [Int])]
  private let mode: PadMode

  init(_ input: Tensor, _ places: [(axis: Int, sources: [Int])], _ mode: PadMode) {
    shape = input.layout.shape
    self.places = places
    self.mode = mode
    super.init(Inputs(input.node))
  }

  override var name: String {
    switch mode {
    case .constant: "ConstantPadNdBackward0"
    case .reflect: "ReflectionPad\(places.count)DBackward0"
    case .replicate: "ReplicationPad\(places.count)DBackward0"
    case .circular: "CopySlices"
    }
  }

  override func backward(_ gradient: Tensor) {
    var gradient = gradient
    for (axis, sources) in places.reversed() {
      var sizes = gradient.shape
      sizes[axis] = shape[axis]
      let zeros = Tensor.zeros(sizes, dtype: gradient.dtype, device: gradient.device)
      gradient = zeros.indexAdd(axis, Tensor(sources), gradient)
    }
    send(gradient, to: 0)
  }
}
