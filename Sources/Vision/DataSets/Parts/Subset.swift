import Tensors

/// Some items of a data set, in an order of one's own.
///
///     let first = Subset(train, indices: Array(0..<1000))
///     print(first.count)   // 1000
///
/// Where the whole set makes its batches at once, its parts do so too.
public struct Subset<Base: Dataset>: Dataset {
  /// The whole set.
  public let dataset: Base
  /// Which of its items these are; one may stand here more than once.
  public let indices: [Int]

  /// Chooses items.
  ///
  /// Stops the cell at an index that the set does not have.
  public init(_ dataset: Base, indices: [Int]) {
    let count = dataset.count
    if let wrong = indices.first(where: { $0 < 0 || $0 >= count }) {
      misuse(
        "there is no item \(wrong)", in: "Subset",
        hint: "the \(count) items have the indices 0 to \(count - 1)")
    }
    self.dataset = dataset
    self.indices = indices
  }

  /// Number of items chosen.
  public var count: Int { indices.count }

  /// The item of the whole set that stands at this place.
  public subscript(index: Int) -> Base.Item {
    guard indices.indices.contains(index) else {
      misuse(
        "there is no item \(index)", in: "Subset",
        hint: "the \(count) items have the indices 0 to \(count - 1)")
    }
    return dataset[indices[index]]
  }
}

extension Subset: LabelledDataset where Base: LabelledDataset {
  /// The labels of the items chosen.
  public var targets: Tensor {
    let all = dataset.targets.scalars(as: Int.self)
    return Tensor(indices.map { all[$0] })
  }

  /// What each label stands for in the whole set.
  public var classes: [String] { dataset.classes }
}

extension Subset: BatchAssembling {
  var batchAssembler: BatchAssembler? {
    guard let whole = (dataset as? any BatchAssembling)?.batchAssembler else { return nil }
    return BatchAssembler(drawsRandomNumbers: whole.drawsRandomNumbers) { [indices] places in
      whole.assemble(places.map { indices[$0] })
    }
  }
}
