extension Tensor {
  /// Announces that the elements change in place, and returns whether the change is recorded.
  ///
  /// When it is, `rewriteHistory` must follow with the node of the change. Values that the
  /// derivative needs must be saved before, since this makes them count as changed.
  package final func beginChange(_ operation: String, with other: Tensor? = nil) -> Bool {
    let isRecorded = isGradEnabled && (node != nil || other?.node != nil)
    if isRecorded { checkHistoryCanChange(operation) }
    for axis in layout.shape.indices where layout.strides[axis] == 0 && layout.shape[axis] > 1 {
      misuse(
        "elements repeated by expand cannot be changed one by one", in: operation,
        [Argument("self", self, at: axis)], hint: "change a clone()")
    }
    layout.storage.version += 1
    if isRecorded { layout.storage.recordedChanges += 1 }
    return isRecorded
  }

  private func checkHistoryCanChange(_ operation: String) {
    if node is LeafNode {
      misuse(
        "a leaf that requires gradients cannot be changed in place while they are recorded",
        in: operation, [Argument("self", self)], hint: "wrap the change in noGrad { }")
    }
    if let base, base.node is LeafNode {
      misuse(
        "a view of a leaf that requires gradients cannot be changed in place while they are "
          + "recorded",
        in: operation, [Argument("self", self), Argument("leaf", base)],
        hint: "wrap the change in noGrad { }, or change a clone()")
    }
    if isUnrecordedView {
      misuse(
        "a view made inside noGrad cannot be changed in place outside, since it is unclear "
          + "whether gradients should see it",
        in: operation, [Argument("self", self)],
        hint: "make the view outside noGrad, change it inside, or change a clone()")
    }
  }
}
