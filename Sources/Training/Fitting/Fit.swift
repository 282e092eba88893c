internal import Display
public import NN
public import Tensors
public import Vision

/// Trains a network and measures it after each epoch.
///
///     let history = try fit(
///       trainLoader, testLoader, model, CrossEntropyLoss(), optimizer, epochs: 10,
///       saveModelPath: "saved_models/mnist.safetensors", patience: 3)
///     // Epoch[1/10] - Train loss: 0.08 Train accuracy: 0.974 || Validation loss: 0.05 ...
///     // saved after epoch 1: validation loss fell from inf to 0.0528
///
/// A model is saved each time the validation loss falls below all before. The file is written
/// beside its place and renamed, so a kill at any moment leaves the last whole one. After `fit` the
/// model has the weights of the last epoch; `try model.load(path)` brings the best ones back.
///
/// - Parameters:
///   - trainLoader: what the network learns from.
///   - validationLoader: what it is measured on.
///   - model: moved to `device` and left in training mode.
///   - lossFunction: how far an output is from its target.
///   - optimizer: what changes the model's parameters.
///   - epochs: how often the training set is gone through.
///   - saveModelPath: the file of the best model, or nil to save none. Folders above it are made.
///   - patience: ends training when the validation loss has not fallen for so many epochs.
///   - device: where to train.
///   - mode: how outputs are read as answers.
///   - trainingMetrics: what the numbers of the training set are.
///   - log: what is printed.
///   - showsProgress: whether a bar goes along with the batches.
///   - livePlot: whether the losses are drawn while training goes on (in a notebook).
/// - Throws: the error of `Module.save` when the model cannot be written.
@discardableResult
public func fit(
  _ trainLoader: DataLoader, _ validationLoader: DataLoader, _ model: Module,
  _ lossFunction: some Criterion, _ optimizer: Optimizer, epochs: Int,
  saveModelPath: String? = nil, patience: Int? = nil, device: Device = .cpu,
  mode: PredictionMode = .multi, trainingMetrics: TrainingMetrics = .running,
  log: FitLog = .english, showsProgress: Bool = true, livePlot: Bool = false
) throws -> History {
  if epochs < 0 || patience.map({ $0 < 1 }) == true {
    misuse(
      "there are \(epochs) epochs and a patience of \(patience ?? 0)", in: "fit",
      hint: "patience is at least 1")
  }
  model.to(device)
  let run = FitRun(
    model: model, optimizer: optimizer, device: device, mode: mode, log: log,
    plot: livePlot ? LossPlot() : nil,
    bar: showsProgress
      ? ProgressBar(label: "", total: epochs * trainLoader.count, leaves: true, output: .best)
      : nil)
  let clock = ContinuousClock()
  let start = clock.now
  for epoch in 0..<epochs {
    let epochStart = clock.now
    let running = run.trainOneEpoch(
      trainLoader, lossFunction, named: "epoch \(epoch + 1)/\(epochs)")
    let train =
      trainingMetrics == .running
      ? running : evaluate(trainLoader, model, lossFunction, device: device, mode: mode)
    let validation = evaluate(validationLoader, model, lossFunction, device: device, mode: mode)
    run.record(train, validation, epoch: epoch, of: epochs)
    run.history.seconds.append((clock.now - epochStart) / .seconds(1))
    if let path = saveModelPath { try run.saveIfBest(validation.loss, path) }
    if let patience, run.epochsWithoutGain >= patience {
      run.history.stoppedEarly = true
      run.print(log.stopped(epoch + 1))
      break
    }
  }
  run.finish(seconds: (clock.now - start) / .seconds(1))
  model.train()
  return run.history
}

/// What the loss and the accuracy of the training set are in a `History`.
public enum TrainingMetrics: Sendable {
  /// Means over the batches while they were trained on: free, but of a network that was still
  /// learning, with dropout on.
  case running
  /// Measured after the epoch like the validation set: one more pass forward.
  case evaluated
}
