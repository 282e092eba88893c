extension Tensor {
  /// Announces that the elements change in place, and returns whether the change is recorded.
  ///
  /// Values that the derivative needs must be saved before, since this makes them count as changed.
  package final func beginChange(_ operation: String, with other: Tensor? = nil) -> Bool {
    let isRecorded = isGradEnabled && (node != nil || other?.node != nil)
    if isRecorded, node != nil, isLeaf {
      misuse(
        "a leaf that requires gradients cannot be changed in place while they are recorded",
        in: operation, [Argument("self", self)], hint: "wrap the change in noGrad { }")
    }
    if isRecorded, viewedChanges != nil {
      misuse(
        "this tensor looks at another one's elements, whose gradients would miss the change",
        in: operation, [Argument("self", self)],
        hint: "assign through that tensor (x[i] = ...), or change a clone()")
    }
    for axis in layout.shape.indices where layout.strides[axis] == 0 && layout.shape[axis] > 1 {
      misuse(
        "elements repeated by expand cannot be changed one by one", in: operation,
        [Argument("self", self, at: axis)], hint: "change a clone()")
    }
    layout.storage.version += 1
    if isRecorded { layout.storage.recordedChanges += 1 }
    return isRecorded
  }

  /// Stops when this view's history is out of date because a recorded operation has changed the
  /// elements it looks at.
  final func checkHistory() {
    guard let viewedChanges, viewedChanges != layout.storage.recordedChanges else { return }
    misuse(
      "the elements this view looks at were changed in place, which its gradient would miss",
      in: node?.name ?? "view", [Argument("view", self)], hint: "take the view after the change")
  }
}
