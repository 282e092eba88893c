import Tensors

/// The items of some classes of a data set, with labels counted anew.
///
///     let cifar2 = cifar10.filter(labels: [0, 2])   // airplanes and birds
///     print(cifar2.count, cifar2.classes)           // 10000 ["airplane", "bird"]
///     print(cifar2[0].1)                            // 1, a bird
public struct LabelSubset<Base: LabelledDataset>: LabelledDataset {
  /// The items as the whole set has them.
  public let subset: Subset<Base>
  /// The label that each label of the whole set has become.
  public let newLabels: [Int: Int]
  /// What each new label stands for.
  public let classes: [String]

  init(_ dataset: Base, labels: [Int]) {
    let classes = dataset.classes
    if let wrong = labels.first(where: { !classes.indices.contains($0) }) {
      misuse(
        "there is no label \(wrong)", in: "filter(labels:)",
        hint: "the classes have the labels 0 to \(classes.count - 1)")
    }
    let newLabels = Dictionary(labels.enumerated().map { ($0.element, $0.offset) }) { first, _ in
      first
    }
    let targets = dataset.targets.scalars(as: Int.self)
    subset = Subset(dataset, indices: targets.indices.filter { newLabels[targets[$0]] != nil })
    self.newLabels = newLabels
    self.classes = labels.map { classes[$0] }
  }

  /// Number of items.
  public var count: Int { subset.count }

  /// The picture of an index, and its new label.
  public subscript(index: Int) -> (Tensor, Int) {
    let (picture, label) = subset[index]
    return (picture, newLabels[label] ?? label)
  }

  /// The new label of each item, `int64` `[count]`.
  public var targets: Tensor {
    Tensor(subset.targets.scalars(as: Int.self).map { newLabels[$0] ?? $0 })
  }
}

extension LabelledDataset {
  /// The items of some classes, in the set's order, whose labels become 0, 1 and so on in the order
  /// of `labels`.
  ///
  ///     let cifar2 = cifar10.filter(labels: [0, 2])
  ///
  /// In Python: `[(img, {0: 0, 2: 1}[label]) for img, label in cifar10 if label in [0, 2]]`.
  /// Pictures go through their transform when they are taken, not now.
  ///
  /// Stops the cell at a label that has no class.
  public func filter(labels: [Int]) -> LabelSubset<Self> { LabelSubset(self, labels: labels) }

  /// The items of some classes by name: `cifar10.filter(classes: ["airplane", "bird"])`.
  ///
  /// Stops the cell at a name that no class has.
  public func filter(classes: [String]) -> LabelSubset<Self> {
    filter(
      labels: classes.map { name in
        guard let label = self.classes.firstIndex(of: name) else {
          misuse(
            "there is no class \"\(name)\"", in: "filter(classes:)",
            hint: "the classes are \(self.classes.joined(separator: ", "))")
        }
        return label
      })
  }
}

extension LabelSubset: BatchAssembling {
  var batchAssembler: BatchAssembler? {
    guard let whole = subset.batchAssembler else { return nil }
    return BatchAssembler(drawsRandomNumbers: whole.drawsRandomNumbers) { [newLabels] places in
      let (pictures, labels) = whole.assemble(places)
      return (pictures, Tensor(labels.scalars(as: Int.self).map { newLabels[$0] ?? $0 }))
    }
  }
}
