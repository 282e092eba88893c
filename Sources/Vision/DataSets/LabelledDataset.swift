import Tensors

/// A data set whose items have a class each, known without looking at the items.
public protocol LabelledDataset<Item>: Dataset where Item == (Tensor, Int) {
  /// The label of each item, `int64` `[count]`.
  var targets: Tensor { get }

  /// What each label stands for.
  var classes: [String] { get }
}

extension LabelledDataset {
  /// The label of each class name. (torchvision: `class_to_idx`.)
  public var labelOfClass: [String: Int] {
    Dictionary(classes.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }
}
