import Tensors

/// Several data sets, one after the other.
///
///     let all = ConcatDataset([train, test])
///     print(all.count)               // 70000
///     let (image, _) = all[60_000]   // the first item of `test`
///
/// Sets of different types need to be told what they have in common:
/// `ConcatDataset<(Tensor, Int)>([train, extra])`.
public struct ConcatDataset<Item>: Dataset {
  /// The sets, first to last.
  public let datasets: [any Dataset<Item>]
  /// Where each set ends. (PyTorch: `cumulative_sizes`.)
  public let ends: [Int]

  /// Chains sets with items of one type.
  ///
  /// Stops the cell when there is none.
  public init(_ datasets: [any Dataset<Item>]) {
    guard !datasets.isEmpty else {
      misuse("there is no data set", in: "ConcatDataset", hint: "give one or more")
    }
    self.datasets = datasets
    var ends: [Int] = []
    for dataset in datasets { ends.append((ends.last ?? 0) + dataset.count) }
    self.ends = ends
  }

  /// Chains sets of one type.
  public init<Base: Dataset>(_ datasets: [Base]) where Base.Item == Item {
    self.init(datasets.map { $0 as any Dataset<Item> })
  }

  /// The items of all sets together.
  public var count: Int { ends.last ?? 0 }

  /// An item of the set in which the index falls.
  public subscript(index: Int) -> Item {
    guard index >= 0, let part = ends.firstIndex(where: { index < $0 }) else {
      misuse(
        "there is no item \(index)", in: "ConcatDataset",
        hint: "the \(count) items have the indices 0 to \(count - 1)")
    }
    return datasets[part][part == 0 ? index : index - ends[part - 1]]
  }
}
