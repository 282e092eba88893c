public import Tensors

extension ConfusionMatrix {
  /// Counts how often each class was taken for each class.
  ///
  /// - Parameters:
  ///   - predictions: scores of shape `[samples, classes]`, or class numbers of shape `[samples]`.
  ///   - targets: the right class numbers, of shape `[samples]`.
  ///   - classes: the names of the classes; by default their numbers, as many as there are scores
  ///     or as the largest number asks for.
  public init(_ predictions: Tensor, _ targets: Tensor, classes: [String]? = nil) {
    let (predicted, right) = classNumbers(predictions, targets, "ConfusionMatrix")
    let largest = max(predicted.max() ?? 0, right.max() ?? 0)
    let count =
      classes?.count ?? max(predictions.ndim == 2 ? predictions.size(1) : 0, largest + 1)
    guard largest < count, min(predicted.min() ?? 0, right.min() ?? 0) >= 0 else {
      misuse(
        "the classes \(right.min() ?? 0)...\(largest) do not go with \(count) names",
        in: "ConfusionMatrix", hint: "class numbers begin at 0; give a name for each")
    }
    var counts = Array(repeating: Array(repeating: 0, count: count), count: count)
    for (predicted, right) in zip(predicted, right) { counts[right][predicted] += 1 }
    self.init(counts: counts, classes: classes)
  }
}
