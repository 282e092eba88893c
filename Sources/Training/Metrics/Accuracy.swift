public import Tensors

/// The share of samples whose class was found, from 0 to 1.
///
///     accuracy(Tensor([[0.1, 0.9], [0.8, 0.2]]), Tensor([1, 1]))   // 0.5
///
/// - Parameters:
///   - predictions: scores of shape `[samples, classes]`, or class numbers of shape `[samples]`.
///   - targets: the right class numbers, of shape `[samples]`.
public func accuracy(_ predictions: Tensor, _ targets: Tensor) -> Double {
  let (predicted, right) = classNumbers(predictions, targets, "accuracy")
  return Double(zip(predicted, right).count { $0 == $1 }) / Double(right.count)
}

/// The share of samples whose class is among the `k` with the largest scores, from 0 to 1.
///
///     topKAccuracy(Tensor([[0.1, 0.2, 0.7], [0.5, 0.3, 0.2]]), Tensor([1, 2]), k: 2)   // 0.5
///
/// A class whose score equals that of others counts as found only if it is among the first `k`
/// where those with smaller numbers come first.
///
/// - Parameters:
///   - scores: of shape `[samples, classes]`.
///   - targets: the right class numbers, of shape `[samples]`.
///   - k: how many guesses each sample has.
public func topKAccuracy(_ scores: Tensor, _ targets: Tensor, k: Int) -> Double {
  guard scores.ndim == 2, targets.ndim == 1, scores.size(0) == targets.size(0), k > 0,
    targets.size(0) > 0
  else {
    misuse(
      "there must be scores [samples, classes], as many targets, and k above 0",
      in: "topKAccuracy", [Argument("scores", scores), Argument("targets", targets)])
  }
  let classes = scores.size(1)
  let all = scores.scalars(as: Double.self)
  let right = targets.scalars(as: Int.self)
  let found = right.indices.count { sample in
    let row = all[sample * classes..<(sample + 1) * classes]
    guard 0..<classes ~= right[sample] else { return false }
    let own = row[row.startIndex + right[sample]]
    let better = row.indices.count {
      row[$0] > own || row[$0] == own && $0 < row.startIndex + right[sample]
    }
    return better < k
  }
  return Double(found) / Double(right.count)
}

/// The class number that is predicted for each sample, and the right one.
func classNumbers(
  _ predictions: Tensor, _ targets: Tensor, _ operation: String
) -> (predicted: [Int], right: [Int]) {
  guard predictions.ndim == 1 || predictions.ndim == 2, targets.ndim == 1,
    predictions.size(0) == targets.size(0), targets.size(0) > 0
  else {
    misuse(
      "predictions and targets do not go together", in: operation,
      [Argument("predictions", predictions), Argument("targets", targets)],
      hint: "scores are [samples, classes], class numbers and targets [samples], at least one")
  }
  let numbers = predictions.ndim == 2 ? predictions.argmax(1) : predictions
  return (numbers.scalars(as: Int.self), targets.scalars(as: Int.self))
}
