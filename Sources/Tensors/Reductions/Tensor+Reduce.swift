extension Tensor {
  /// The values of a reduction over axes, unrecorded.
  final func reduced(
    _ reduction: Reduction, _ axes: [Int], keepDim: Bool, as dtype: DType
  ) -> Tensor {
    if axes.count == layout.shape.count, !keepDim {
      let result = Tensor(StridedView(empty: .single, dtype, device: device))
      device.backend.reduce(reduction, elements, trailing: axes.count, into: result.layout)
      return result
    }
    let kept = layout.shape.indices.filter { !axes.contains($0) }
    let result = Tensor.empty(kept.map { layout.shape[$0] }, dtype: dtype, device: device)
    device.backend.reduce(
      reduction, elements.permuted(kept + axes), trailing: axes.count, into: result.layout)
    if keepDim {
      let full = layout.shape.indices.map { axes.contains($0) ? 1 : layout.shape[$0] }
      result.layout.axes = AxisLayout(contiguous: Shape(full))
    }
    return result
  }

  /// Axes counted from the front, all of them for an empty list, in order and without doubles.
  final func axes(_ dims: [Int], in operation: String) -> [Int] {
    if dims.isEmpty { return Array(layout.shape.indices) }
    if ndim == 0 {
      for dim in dims { _ = axis(dim, in: operation) }
      return []
    }
    let axes = Set(dims.map { axis($0, in: operation) })
    if axes.count != dims.count {
      misuse(
        "an axis is named twice", in: operation, [Argument("self", self), Argument("dim", dims)])
    }
    return axes.sorted()
  }

  /// This tensor, whose reduced axes are kept or gone, with them again as axes of size one.
  final func restoring(_ axes: [Int], of shape: Shape) -> Tensor {
    ndim == shape.count
      ? self : reshape(shape.indices.map { axes.contains($0) ? 1 : shape[$0] })
  }
}
