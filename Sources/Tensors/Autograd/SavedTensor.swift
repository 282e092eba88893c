/// A tensor's values kept for a derivative, with a check that nobody changed them since.
///
/// It holds the elements but not the tensor and its node, so that keeping a result in its own node
/// makes no cycle.
package struct SavedTensor {
  private let layout: StridedView
  private let version: Int

  package init(_ tensor: Tensor) {
    layout = tensor.elements
    version = layout.storage.version
  }

  /// The values; stops when they were changed in place after they were kept.
  package func unpacked(for node: AutogradNode) -> Tensor {
    if layout.storage.version != version {
      misuse(
        "a value needed for this gradient was changed in place after it was computed "
          + "(it is at version \(layout.storage.version), expected \(version))",
        in: "backward of \(node.name)", [Argument("value", layout.shape.array)],
        hint: "replace the change in place (`+=`, `x[i] = ...`, `...InPlace`) by a new tensor")
    }
    return Tensor(layout)
  }
}
