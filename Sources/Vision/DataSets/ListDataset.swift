import Tensors

/// A list as a data set. (In Python any list is one.)
///
///     let words = ListDataset(["never", "lands"])
///     let cifar2 = ListDataset(cifar10.filter { $0.1 == 0 || $0.1 == 2 })
public struct ListDataset<Item>: Dataset {
  /// The items.
  public let items: [Item]

  /// Keeps the items of a sequence.
  public init(_ items: some Sequence<Item>) { self.items = Array(items) }

  /// Number of items.
  public var count: Int { items.count }

  /// The item of an index.
  public subscript(index: Int) -> Item {
    guard items.indices.contains(index) else {
      misuse(
        "there is no item \(index)", in: "ListDataset",
        hint: "the \(count) items have the indices 0 to \(count - 1)")
    }
    return items[index]
  }
}

/// Two tensors as a data set: an item is a row of each.
///
///     let points = TensorDataset(Tensor.randn(100, 2), labels)
///     let (point, label) = points[0]
public struct TensorDataset: Dataset {
  /// The inputs and the targets.
  public let tensors: (Tensor, Tensor)

  /// Pairs the rows of two tensors.
  ///
  /// Stops the cell when they have not as many.
  public init(_ inputs: Tensor, _ targets: Tensor) {
    guard inputs.ndim > 0, targets.ndim > 0, inputs.size(0) == targets.size(0) else {
      misuse(
        "the tensors have not the same number of rows", in: "TensorDataset",
        [Argument("inputs", inputs), Argument("targets", targets)])
    }
    tensors = (inputs, targets)
  }

  /// Number of rows.
  public var count: Int { tensors.0.size(0) }

  /// A row of each, which shares memory with the whole.
  public subscript(index: Int) -> (Tensor, Tensor) { (tensors.0[index], tensors.1[index]) }
}
