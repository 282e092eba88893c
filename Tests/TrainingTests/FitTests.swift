import Foundation
import NN
import Synchronization
import Tensors
import Testing
import Training
import Vision

/// Training, measuring and saving a small network.
@Suite(.serialized) struct FitTests {
  private let train = DataLoader(Blobs(count: 60), batchSize: 8, shuffle: true)
  private let test = DataLoader(Blobs(count: 21), batchSize: 8)

  /// The loss falls, the numbers of every epoch are kept, and the least loss is saved.
  @Test func fitting() throws {
    manualSeed(1)
    let path = NSTemporaryDirectory() + UUID().uuidString + "/deeper/model.safetensors"
    let model = Small()
    let lines = Lines()
    let history = try fit(
      train, test, model, CrossEntropyLoss(), Adam(model.parameters(), lr: 0.01), epochs: 5,
      saveModelPath: path, trainingMetrics: .evaluated, log: lines.log(.korean),
      showsProgress: false)
    #expect(history.count == 5 && history.seconds.count == 5)
    #expect(history.validationLoss[4] < history.validationLoss[0])
    #expect(history.validationAccuracy[4] == 1)
    #expect(model.training)
    let best = try #require(history.bestEpoch)
    #expect(history.savedEpochs.last == best)

    let epochs = lines.all.filter { $0.hasPrefix("Epoch") }
    #expect(epochs.count == 5)
    let form =
      /Epoch\[1\/5\] - Train loss: \d\.\d{5} Train Accucracy: \d\.\d{5} \|\| Validation Loss: \d\.\d{5} Validation Accuracy: \d\.\d{5}/
    #expect(epochs[0].wholeMatch(of: form) != nil)
    #expect(lines.all[1] == "<<<<<<<저장: 1 - 이전 : inf, 현재: \(history.validationLoss[0])")
    #expect(lines.all.last?.hasSuffix(" 초") == true)

    let reloaded = Small()
    try reloaded.load(path)
    let (loss, accuracy) = evaluate(test, reloaded, CrossEntropyLoss())
    #expect(abs(loss - history.validationLoss[best - 1]) < 1e-9)
    #expect(accuracy == history.validationAccuracy[best - 1])
  }

  /// Training ends when the loss has not fallen for as many epochs as patience allows.
  @Test func earlyStopping() throws {
    manualSeed(1)
    let model = Small()
    let lines = Lines()
    // Without a learning rate nothing ever becomes better.
    let history = try fit(
      train, test, model, CrossEntropyLoss(), SGD(model.parameters(), lr: 0), epochs: 10,
      patience: 2, log: lines.log(.english), showsProgress: false)
    #expect(history.count == 3 && history.stoppedEarly)
    #expect(lines.all.contains("stopped after epoch 3: the validation loss has ceased to fall"))
    #expect(history.bestEpoch == 1 && history.savedEpochs.isEmpty)
  }

  /// Measuring weighs samples, not batches, changes nothing and sets the model back.
  @Test func evaluating() {
    manualSeed(2)
    let model = Small()
    let alone = DataLoader(Blobs(count: 21), batchSize: 21)
    let before = evaluate(test, model, CrossEntropyLoss())
    let whole = evaluate(alone, model, CrossEntropyLoss())
    #expect(abs(before.loss - whole.loss) < 1e-6 && before.accuracy == whole.accuracy)
    #expect(model.training && model.drop.training)
    model.eval()
    #expect(evaluate(test, model, CrossEntropyLoss()) == before)
    #expect(!model.training)
    #expect(model.parameters().allSatisfy { $0.grad == nil })
  }

  /// Predictions come in the loader's order, and agree with what measuring says.
  @Test func predicting() {
    manualSeed(3)
    let model = Small()
    let (scores, targets) = predict(test, model)
    #expect(scores.shape == [21, 2] && targets.shape == [21])
    #expect(targets.scalars == (0..<21).map { Double($0 % 2) })
    #expect(accuracy(scores, targets) == evaluate(test, model, CrossEntropyLoss()).accuracy)
  }

  /// A model that cannot be written ends training with an error that names the file.
  @Test func unwritable() {
    let model = Small()
    let error = #expect(throws: (any Error).self) {
      try fit(
        train, test, model, CrossEntropyLoss(), SGD(model.parameters(), lr: 0.1), epochs: 1,
        saveModelPath: "/proc/none/model.safetensors", log: .silent, showsProgress: false)
    }
    #expect(error.map { "\($0)" }?.contains("/proc/none") == true)
  }
}

/// The lines that `fit` prints.
private final class Lines: Sendable {
  private let texts = Mutex<[String]>([])

  var all: [String] { texts.withLock { $0 } }

  /// A log that is kept here instead of printed.
  func log(_ log: FitLog) -> FitLog {
    var kept = log
    kept.epoch = { epoch in self.keep(log.epoch(epoch)) }
    kept.saved = { self.keep(log.saved($0, $1, $2)) }
    kept.stopped = { self.keep(log.stopped($0)) }
    kept.finished = { self.keep(log.finished($0)) }
    return kept
  }

  private func keep(_ line: String?) -> String? {
    if let line { texts.withLock { $0.append(line) } }
    return nil
  }
}
