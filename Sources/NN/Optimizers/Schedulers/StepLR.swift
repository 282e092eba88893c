internal import Tensors

/// The learning rate times `gamma` after every `stepSize` epochs.
///
///     StepLR(optimizer, stepSize: 30)  // 0.1 for 30 epochs, 0.01 for 30, ...
public final class StepLR: LRScheduler {
  private let stepSize: Int
  private let gamma: Double

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - stepSize: Number of epochs with one rate.
  ///   - gamma: What the rate is multiplied by.
  public init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1) {
    if stepSize < 1 { misuse("stepSize must be positive, and is \(stepSize)", in: "StepLR") }
    self.stepSize = stepSize
    self.gamma = gamma
    super.init(optimizer)
  }

  /// The new rate of a group.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    epoch > 0 && epoch.isMultiple(of: stepSize) ? group.lr * gamma : group.lr
  }
}
