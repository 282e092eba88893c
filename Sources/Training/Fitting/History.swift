/// What `fit` measured after each epoch.
///
///     let history = try fit(trainLoader, testLoader, model, CrossEntropyLoss(), optimizer, epochs: 3)
///     print(history.validationAccuracy)   // [0.9841, 0.9834, 0.976]
///     plotHistory(history)
public struct History: Sendable, CustomStringConvertible {
  /// Mean loss on the training set.
  public internal(set) var trainLoss: [Double] = []
  /// Share of right answers on the training set, from 0 to 1.
  public internal(set) var trainAccuracy: [Double] = []
  /// Mean loss on the validation set.
  public internal(set) var validationLoss: [Double] = []
  /// Share of right answers on the validation set, from 0 to 1.
  public internal(set) var validationAccuracy: [Double] = []
  /// Seconds that each epoch took, evaluation included.
  public internal(set) var seconds: [Double] = []
  /// The epochs, counted from 1, after which the model was saved.
  public internal(set) var savedEpochs: [Int] = []
  /// Whether training ended because the validation loss had stopped to fall.
  public internal(set) var stoppedEarly = false

  /// Number of epochs that were trained.
  public var count: Int { validationLoss.count }

  /// The epoch with the least validation loss, counted from 1; nil before the first one.
  public var bestEpoch: Int? {
    validationLoss.indices.min { validationLoss[$0] < validationLoss[$1] }.map { $0 + 1 }
  }

  /// Number of epochs and the best of them.
  public var description: String {
    guard let best = bestEpoch else { return "History(no epochs)" }
    let loss = fixed(validationLoss[best - 1], 5)
    let accuracy = fixed(validationAccuracy[best - 1], 5)
    return "History(\(count) epochs, best \(best): validation loss \(loss), accuracy \(accuracy))"
  }
}
