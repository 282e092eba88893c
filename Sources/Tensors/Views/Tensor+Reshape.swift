extension Tensor {
  /// The same elements with another shape, shared; one size may be -1 and is worked out.
  ///
  ///     Tensor.zeros(2, 3).view(-1).shape  // [6]
  ///
  /// Stops when the elements do not lie in memory so that they could be shared; `reshape` copies
  /// them then.
  public final func view(_ shape: Int...) -> Tensor { view(shape) }

  /// The same elements with another shape, shared; one size may be -1 and is worked out.
  public final func view(_ shape: [Int]) -> Tensor {
    let target = resolved(shape, in: "view")
    guard let layout = elements.reshaped(to: target) else {
      misuse(
        "no strides fit the new shape, since the elements do not lie in reading order", in: "view",
        [Argument("self", self), Argument("shape", shape)],
        hint: "use reshape, which copies when it must")
    }
    return reshaped(layout, "ViewBackward0")
  }

  /// The shape of another tensor: `view(other.shape)`.
  public final func view(as other: Tensor) -> Tensor { view(other.shape) }

  /// The same elements with another shape, shared when memory allows and copied when not.
  public final func reshape(_ shape: Int...) -> Tensor { reshape(shape) }

  /// The same elements with another shape, shared when memory allows and copied when not.
  public final func reshape(_ shape: [Int]) -> Tensor { reshape(shape, "ViewBackward0") }

  /// `reshape` with the name of its node when it does not copy.
  final func reshape(_ shape: [Int], _ name: StaticString) -> Tensor {
    let target = resolved(shape, in: "reshape")
    if let layout = elements.reshaped(to: target) { return reshaped(layout, name) }
    return clone().reshape(shape, "UnsafeViewBackward0")
  }

  /// The axes from `startDim` to `endDim` made one.
  ///
  ///     Tensor.zeros(8, 3, 2, 2).flatten(1).shape  // [8, 12]
  public final func flatten(_ startDim: Int = 0, _ endDim: Int = -1) -> Tensor {
    let first = axis(startDim, in: "flatten")
    let last = axis(endDim, in: "flatten")
    if first > last {
      misuse("the first axis comes after the last", in: "flatten", [Argument("self", self)])
    }
    if ndim == 0 { return reshape(1) }
    if first == last { return self }
    return reshape(
      Array(shape[..<first]) + [shape[first...last].reduce(1, *)] + shape[(last + 1)...])
  }

  /// An axis cut into several: the reverse of `flatten`.
  ///
  /// One size may be -1.
  public final func unflatten(_ dim: Int, _ sizes: [Int]) -> Tensor {
    let axis = axis(dim, in: "unflatten")
    return reshape(Array(shape[..<axis]) + sizes + shape[(axis + 1)...])
  }

  /// Without its axes of size one, or without `dim` if that has size one.
  public final func squeeze(_ dim: Int? = nil) -> Tensor {
    let only = dim.map { axis($0, in: "squeeze") }
    var (shape, strides) = (layout.shape, layout.strides)
    for axis in shape.indices.reversed()
    where shape[axis] == 1 && (only == nil || only == axis) {
      shape.remove(at: axis)
      strides.remove(at: axis)
    }
    let layout = elements.with(shape, strides: strides)
    return reshaped(layout, dim == nil ? "SqueezeBackward0" : "SqueezeBackward1")
  }

  /// With a new axis of size one at `dim`.
  ///
  ///     Tensor([1.0, 2]).unsqueeze(0).shape  // [1, 2]
  public final func unsqueeze(_ dim: Int) -> Tensor {
    if dim < -ndim - 1 || dim > ndim {
      misuse("there is no place \(dim) for an axis", in: "unsqueeze", [Argument("self", self)])
    }
    var (shape, strides) = (layout.shape, layout.strides)
    let axis = dim < 0 ? dim + ndim + 1 : dim
    strides.insert(axis < ndim ? shape[axis] * strides[axis] : 1, at: axis)
    shape.insert(1, at: axis)
    return reshaped(elements.with(shape, strides: strides), "UnsqueezeBackward0")
  }

  /// `shape` with -1 worked out, checked against the number of elements.
  private func resolved(_ shape: [Int], in operation: String) -> Shape {
    var target = Shape(shape)
    var known = 1
    var open: Int?
    for axis in target.indices {
      if target[axis] == -1, open == nil {
        open = axis
      } else if target[axis] < 0 {
        misuse(
          "only one size can be left out as -1", in: operation,
          [Argument("self", self), Argument("shape", shape, at: axis)])
      } else {
        known *= target[axis]
      }
    }
    if let open, known > 0, count % known == 0 { target[open] = count / known }
    if target.elementCount != count || open.map({ target[$0] < 0 }) ?? false {
      misuse(
        "\(count) elements do not fit the new shape", in: operation,
        [Argument("self", self), Argument("shape", shape)],
        hint: "the product of the sizes must be \(count); one of them can be -1")
    }
    return target
  }

  private func reshaped(_ layout: StridedView, _ name: StaticString) -> Tensor {
    record(sharing(layout), self) { ReshapeBackward(self, name) }
  }
}

private final class ReshapeBackward: AutogradNode {
  private let axes: AxisLayout
  private let title: StaticString

  init(_ input: Tensor, _ title: StaticString) {
    axes = input.layout.axes
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) { send(gradient.reshape(axes.shape.array), to: 0) }
}
