internal import Tensors

extension TorchTensor {
  /// What is impossible about the tensor, or nil.
  ///
  /// Its elements must lie in its storage and not be more than that has: a shape of billions over one
  /// repeated number would be a bomb for whoever copies it.
  var problem: String? {
    if shape.count != strides.count {
      return "has \(shape.count) sizes and \(strides.count) strides"
    }
    if shape.count > Shape.maximumCount {
      return "has \(shape.count) axes, and here there are at most \(Shape.maximumCount)"
    }
    if offset < 0 || (shape + strides).contains(where: { $0 < 0 }) { return "has a negative size" }
    guard let count = checkedProduct(shape) else { return "has the impossible shape \(shape)" }
    if count == 0 { return nil }
    var last = offset
    for (size, stride) in zip(shape, strides) {
      let (step, tooFar) = (size - 1).multipliedReportingOverflow(by: stride)
      let (sum, beyond) = last.addingReportingOverflow(step)
      if tooFar || beyond { return "reaches outside its storage" }
      last = sum
    }
    if last >= storage.count || count > storage.count {
      return "of shape \(shape) needs more numbers than the \(storage.count) of its storage"
    }
    return nil
  }
}
