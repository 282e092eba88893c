internal import Display
public import NN
public import Tensors
public import Vision

/// How the output of a network is read as an answer.
public enum PredictionMode: Sendable {
  /// The class with the largest score, of shape `[batch, classes]`.
  case multi
  /// Yes or no, by a probability in `[batch]` or `[batch, 1]`: yes from one half on.
  case binary
  /// A number that is neither right nor wrong; the accuracy is not a number.
  case regression

  /// How many answers of a batch are right.
  func correctCount(_ output: Tensor, _ target: Tensor) -> Double {
    switch self {
    case .multi: (output.argmax(1) .== target).sum().item()
    case .binary: ((output.view(-1) .>= 0.5) .== (target.view(-1) .>= 0.5)).sum().item()
    case .regression: .nan
    }
  }
}

/// What a network says to each sample of a loader, in the loader's order.
///
///     let (scores, targets) = predict(testLoader, model)
///     print(accuracy(scores, targets))
///
/// The model is switched to use meanwhile and back afterwards; nothing is recorded.
///
/// - Parameter device: where the model is; batches are brought there, results to the processor.
/// - Returns: the outputs of all batches and the targets, one below the other.
public func predict(
  _ loader: DataLoader, _ model: Module, device: Device = .cpu
) -> (scores: Tensor, targets: Tensor) {
  var scores: [Tensor] = []
  var targets: [Tensor] = []
  inUse(model) {
    for (data, target) in loader {
      Notebook.stopIfAsked()
      scores.append(model(data.to(device)).to(.cpu))
      targets.append(target)
    }
  }
  if scores.isEmpty {
    misuse("the loader has no batch", in: "predict", hint: "make the data set larger")
  }
  return (cat(scores, dim: 0), cat(targets, dim: 0))
}

/// The mean loss and the share of right answers over all samples of a loader.
///
///     let (loss, accuracy) = evaluate(testLoader, model, CrossEntropyLoss())
///
/// The model is switched to use meanwhile and back afterwards; nothing is recorded. The last batch
/// counts by its size, so the numbers do not depend on the size of the batches.
public func evaluate(
  _ loader: DataLoader, _ model: Module, _ lossFunction: some Criterion, device: Device = .cpu,
  mode: PredictionMode = .multi
) -> (loss: Double, accuracy: Double) {
  var sums = RunningMeans()
  inUse(model) {
    for (data, target) in loader {
      Notebook.stopIfAsked()
      let (output, target) = (model(data.to(device)), target.to(device))
      sums.add(
        loss: lossFunction(output, target).item(), correct: mode.correctCount(output, target),
        count: target.size(0))
    }
  }
  return (sums.loss, sums.accuracy)
}

/// Runs a closure with the model in use and nothing recorded, and sets each of its modules back.
func inUse(_ model: Module, _ body: () -> Void) {
  let modes = model.modules().map { ($0, $0.training) }
  model.eval()
  // Parents come first, and their children after them.
  defer { for (module, mode) in modes { module.train(mode) } }
  noGrad(body)
}

/// Means over samples, batch after batch.
struct RunningMeans {
  private var lossSum = 0.0
  private var correct = 0.0
  private var count = 0

  var loss: Double { lossSum / Double(count) }
  var accuracy: Double { correct / Double(count) }

  mutating func add(loss: Double, correct: Double, count: Int) {
    lossSum += loss * Double(count)
    self.correct += correct
    self.count += count
  }
}
