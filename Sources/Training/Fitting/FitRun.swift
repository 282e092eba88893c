internal import Display
internal import NN
internal import Tensors
internal import Vision

/// One call of `fit`.
final class FitRun {
  private(set) var epochsWithoutGain = 0
  var history = History()

  private let model: Module
  private let optimizer: Optimizer
  private let device: Device
  private let mode: PredictionMode
  private let log: FitLog
  private let plot: LossPlot?
  private let bar: ProgressBar?
  private var least = Double.infinity
  private var leastSaved = Double.infinity

  init(
    model: Module, optimizer: Optimizer, device: Device, mode: PredictionMode, log: FitLog,
    plot: LossPlot?, bar: ProgressBar?
  ) {
    self.model = model
    self.optimizer = optimizer
    self.device = device
    self.mode = mode
    self.log = log
    self.plot = plot
    self.bar = bar
  }

  /// Changes the model by every batch once, and tells the means over them.
  func trainOneEpoch(
    _ loader: DataLoader, _ lossFunction: some Criterion, named name: String
  ) -> (loss: Double, accuracy: Double) {
    model.train()
    var means = RunningMeans()
    bar?.label = name
    for (data, target) in loader {
      Notebook.stopIfAsked()
      let target = target.to(device)
      optimizer.zeroGrad()
      let output = model(data.to(device))
      let loss = lossFunction(output, target)
      loss.backward()
      optimizer.step()
      let value = loss.item()
      means.add(
        loss: value, correct: mode.correctCount(output.detach(), target), count: target.size(0))
      plot?.add(training: value)
      bar?.note = "loss \(fixed(means.loss, 4))"
      bar?.advance()
    }
    return (means.loss, means.accuracy)
  }

  /// Keeps and prints the numbers of an epoch, counted from 0.
  func record(
    _ train: (loss: Double, accuracy: Double), _ validation: (loss: Double, accuracy: Double),
    epoch: Int, of total: Int
  ) {
    history.trainLoss.append(train.loss)
    history.trainAccuracy.append(train.accuracy)
    history.validationLoss.append(validation.loss)
    history.validationAccuracy.append(validation.accuracy)
    plot?.add(validation: validation.loss)
    print(
      log.epoch(
        FitLog.Epoch(
          number: epoch + 1, total: total, trainLoss: train.loss, trainAccuracy: train.accuracy,
          validationLoss: validation.loss, validationAccuracy: validation.accuracy)))
    epochsWithoutGain = validation.loss < least ? 0 : epochsWithoutGain + 1
    least = min(least, validation.loss)
  }

  /// Saves the model when no epoch before had a smaller loss.
  func saveIfBest(_ loss: Double, _ path: String) throws {
    guard loss < leastSaved else { return }
    try model.save(path)
    history.savedEpochs.append(history.count)
    print(log.saved(history.count, leastSaved, loss))
    leastSaved = loss
  }

  func finish(seconds: Double) {
    bar?.finish()
    plot?.finish()
    print(log.finished(seconds))
  }

  func print(_ line: String?) {
    if let line { Swift.print(line) }
  }
}
