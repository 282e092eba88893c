extension Tensor {
  /// Changes the selected elements in place.
  final func assign(_ value: Tensor, at selections: [AxisSelection]) {
    if let picked = IndexTensor(selections, in: layout) { return assign(value, picking: picked) }
    let target = elements.selecting(selections)
    let source = value.layout
    // `x[i] += y` reads the part, changes it in place and stores it back: nothing is left to do.
    if source.storage === target.storage, source.offset == target.offset,
      source.strides == target.strides, source.shape == target.shape
    {
      return
    }
    let old = node
    let isRecorded = beginChange("subscript assignment", with: value)
    let converted = value.convertedQuietly(to: dtype).elements
    guard let shape = broadcastShape(converted.shape, target.shape), shape == target.shape else {
      misuse(
        "the value does not fit the selected part", in: "subscript assignment",
        [Argument("part", target.shape.array), Argument("value", value)])
    }
    device.backend.copy(converted.expanded(to: target.shape), into: target)
    if isRecorded { rewriteHistory(old, part: target, to: value) }
  }

  /// Copies another tensor's elements over this one's, repeated and converted as needed.
  public final func copy(from other: Tensor) { assign(other, at: [.ellipsis]) }

  /// Sets every element to a number.
  public final func fill<S: TensorScalar>(_ value: S) {
    if beginChange("fill") {
      assign(Tensor(value, dtype: dtype), at: [.ellipsis])
    } else {
      device.backend.fill(elements, value.scalar)
    }
  }

  /// Sets every element to zero.
  public final func zero() { fill(0) }

  /// This tensor's values in another type, without recording.
  final func convertedQuietly(to dtype: DType) -> Tensor {
    dtype == self.dtype ? self : detach().to(dtype)
  }
}
