extension Tensor {
  /// A tensor that looks at this one's elements in another way.
  final func sharing(_ layout: StridedView) -> Tensor {
    let view = Tensor(layout)
    view.viewedChanges = layout.storage.recordedChanges
    return view
  }
}
