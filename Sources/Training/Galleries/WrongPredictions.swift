internal import Display
internal import NN
internal import Tensors
internal import Vision

/// What a network gets wrong of the pictures of a loader.
struct WrongPredictions {
  /// A picture that was taken for another class.
  struct Sample {
    let picture: Tensor
    let label: Int
    let predicted: Int
    /// That of the class that was predicted.
    let probability: Double
  }

  /// Number of pictures that the network was shown.
  private(set) var total = 0
  /// Number of wrong answers.
  private(set) var count = 0
  /// The first of them, or the most certain.
  private(set) var samples: [Sample] = []

  private let limit: Int
  private let mostCertainFirst: Bool

  init(
    of model: Module, on loader: DataLoader, limit: Int, mostCertainFirst: Bool, device: Device
  ) {
    self.limit = limit
    self.mostCertainFirst = mostCertainFirst
    inUse(model) {
      for (pictures, labels) in loader {
        Notebook.stopIfAsked()
        add(pictures, labels, scores: model(pictures.to(device)).to(.cpu))
      }
    }
  }

  private mutating func add(_ pictures: Tensor, _ labels: Tensor, scores: Tensor) {
    guard scores.ndim == 2, labels.ndim == 1, scores.size(0) == labels.size(0), scores.size(1) > 1
    else {
      misuse(
        "the network does not give a score for each class", in: "plotWrongPredictions",
        [Argument("scores", scores), Argument("labels", labels)],
        hint: "scores are [pictures, classes], and labels [pictures]")
    }
    total += scores.size(0)
    let right = labels.scalars(as: Int.self)
    let guesses = scores.argmax(1).scalars(as: Int.self)
    let best = Self.probabilities(scores).max(1).values.scalars(as: Double.self)
    for place in right.indices where guesses[place] != right[place] {
      count += 1
      keep(
        best[place],
        Sample(
          // The batch's memory is not to be kept for one of its pictures.
          picture: pictures[place].clone(), label: right[place], predicted: guesses[place],
          probability: best[place]))
    }
  }

  private mutating func keep(_ probability: Double, _ sample: @autoclosure () -> Sample) {
    if !mostCertainFirst {
      if samples.count < limit { samples.append(sample()) }
      return
    }
    // Behind those that are as certain, so that equals stay in the loader's order.
    let place = samples.firstIndex { $0.probability < probability } ?? samples.count
    guard place < limit else { return }
    samples.insert(sample(), at: place)
    if samples.count > limit { samples.removeLast() }
  }

  /// Scores as probabilities: as they are where each row is positive and adds up to 1, as behind a
  /// `Softmax`, else by softmax, which leaves the logarithms of `LogSoftmax` right as well.
  private static func probabilities(_ scores: Tensor) -> Tensor {
    let scores = scores.to(.float64)
    let isDone =
      scores.min().item() >= 0
      && scores.sum(dim: 1).scalars(as: Double.self).allSatisfy { abs($0 - 1) < 1e-4 }
    return isDone ? scores : F.softmax(scores, dim: 1)
  }
}
