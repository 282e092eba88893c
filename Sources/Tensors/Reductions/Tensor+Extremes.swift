extension Tensor {
  /// The largest element.
  public final func max() -> Tensor { extreme(.maximum, "MaxBackward1") }

  /// The smallest element.
  public final func min() -> Tensor { extreme(.minimum, "MinBackward1") }

  /// The largest elements along an axis, and where the first of each is.
  ///
  ///     let prediction = output.max(1, keepDim: true).indices
  public final func max(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    extremes(.maximum, dim, keepDim, "MaxBackward0")
  }

  /// The smallest elements along an axis, and where the first of each is.
  public final func min(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    extremes(.minimum, dim, keepDim, "MinBackward0")
  }

  /// Where the first largest element is: along an axis, or among all in reading order.
  public final func argmax(_ dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    places(.maximum, dim, keepDim, "argmax")
  }

  /// Where the first smallest element is: along an axis, or among all in reading order.
  public final func argmin(_ dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    places(.minimum, dim, keepDim, "argmin")
  }

  private func places(
    _ reduction: Reduction, _ dim: Int?, _ keepDim: Bool, _ name: String
  ) -> Tensor {
    let source = dim == nil ? detach().reshape(-1) : detach()
    checkNotEmpty(name)
    return source.search(reduction, source.axis(dim ?? 0, in: name), keepDim).indices
  }

  private func extreme(_ reduction: Reduction, _ name: StaticString) -> Tensor {
    checkNotEmpty(reduction == .maximum ? "max" : "min")
    let result = reduced(reduction, Array(layout.shape.indices), keepDim: false, as: dtype)
    return recordExtremes(result, Array(layout.shape.indices), name)
  }

  /// Notes that a result holds the extremes of this tensor over axes.
  final func recordExtremes(_ result: Tensor, _ axes: [Int], _ name: StaticString) -> Tensor {
    record(result, self) { ExtremeBackward(self, axes, result, name) }
  }

  private func extremes(
    _ reduction: Reduction, _ dim: Int, _ keepDim: Bool, _ name: StaticString
  ) -> (values: Tensor, indices: Tensor) {
    let axis = axis(dim, in: reduction == .maximum ? "max" : "min")
    checkNotEmpty(reduction == .maximum ? "max" : "min")
    let (values, indices) = search(reduction, axis, keepDim)
    return (record(values, self) { PickBackward(self, axis, indices, name) }, indices)
  }

  private func search(
    _ reduction: Reduction, _ axis: Int, _ keepDim: Bool
  ) -> (values: Tensor, indices: Tensor) {
    if ndim == 0 { return (detach().clone(), Tensor(0)) }
    var others = Array(layout.shape.indices)
    others.remove(at: axis)
    let kept = others.map { layout.shape[$0] }
    let values = Tensor.empty(kept, dtype: dtype, device: device)
    let indices = Tensor.empty(kept, dtype: .int64, device: device)
    device.backend.indexOfExtreme(
      reduction, elements.permuted(others + [axis]), values: values.layout,
      indices: indices.layout)
    return keepDim ? (values.unsqueeze(axis), indices.unsqueeze(axis)) : (values, indices)
  }

  private func checkNotEmpty(_ operation: String) {
    if count == 0 {
      misuse("there are no elements", in: operation, [Argument("self", self)])
    }
  }
}

/// The gradient of extremes over axes, each shared equally by the elements that reach it.
private final class ExtremeBackward: AutogradNode {
  private let axes: [Int]
  private var input: SavedTensor?
  private var result: SavedTensor?
  private let title: StaticString

  init(_ input: Tensor, _ axes: [Int], _ result: Tensor, _ title: StaticString) {
    self.axes = axes
    self.input = SavedTensor(input)
    self.result = SavedTensor(result)
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    guard let x = input?.unpacked(for: self), let top = result?.unpacked(for: self) else { return }
    let shape = x.layout.shape
    let reached = (x .== top.restoring(axes, of: shape)).to(x.dtype)
    let count = reached.sum(dim: axes, keepDim: true)
    send(reached * (gradient.restoring(axes, of: shape) / count), to: 0)
  }

  override func release() { (input, result) = (nil, nil) }
}

/// The gradient of extremes along an axis, which goes to the elements that were picked.
private final class PickBackward: AutogradNode {
  private let axis: Int
  private let shape: Shape
  private var indices: SavedTensor?
  private let title: StaticString

  init(_ input: Tensor, _ axis: Int, _ indices: Tensor, _ title: StaticString) {
    self.axis = axis
    shape = input.layout.shape
    self.indices = SavedTensor(indices)
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    guard let indices = indices?.unpacked(for: self) else { return }
    if shape.count == 0 { return send(gradient, to: 0) }
    let places = Tensor.arange(shape[axis]).view(
      shape.indices.map { $0 == axis ? shape[axis] : 1 })
    let picked = indices.restoring([axis], of: shape) .== places
    send(picked.to(gradient.dtype) * gradient.restoring([axis], of: shape), to: 0)
  }

  override func release() { indices = nil }
}
