public import Tensors

/// The learning rate times `factor` when a number has not become better for a while.
///
///     let scheduler = ReduceLROnPlateau(optimizer, patience: 2)
///     for epoch in 0..<100 { scheduler.step(validate()) }
public final class ReduceLROnPlateau {
  /// Which numbers are better.
  public enum Mode: String, Sendable {
    /// Lower ones, as of a loss.
    case min
    /// Higher ones, as of an accuracy.
    case max
  }

  /// How ``ReduceLROnPlateau`` compares.
  public enum ThresholdMode: String, Sendable {
    /// Better by a share of the best number.
    case rel
    /// Better by an amount.
    case abs
  }

  /// The optimizer whose groups get new rates.
  public let optimizer: Optimizer
  /// The best number so far.
  public private(set) var best: Double
  /// Number of epochs since then.
  public private(set) var badEpochs = 0
  private let mode: Mode
  private let factor: Double
  private let patience: Int
  private let threshold: Double
  private let thresholdMode: ThresholdMode
  private let cooldown: Int
  private let minLR: Double
  private let eps: Double
  private var coolingEpochs = 0

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - mode: Which numbers are better.
  ///   - factor: What the rate is multiplied by, below 1.
  ///   - patience: Number of epochs without a better number that are put up with.
  ///   - threshold: How much better a number must be.
  ///   - thresholdMode: Whether that is a share of the best number or an amount.
  ///   - cooldown: Number of epochs after a change that do not count.
  ///   - minLR: The lowest rate.
  ///   - eps: A change that is smaller than this is not made.
  public init(
    _ optimizer: Optimizer, mode: Mode = .min, factor: Double = 0.1, patience: Int = 10,
    threshold: Double = 1e-4, thresholdMode: ThresholdMode = .rel, cooldown: Int = 0,
    minLR: Double = 0, eps: Double = 1e-8
  ) {
    if factor >= 1 { misuse("factor must be below 1, and is \(factor)", in: "ReduceLROnPlateau") }
    self.optimizer = optimizer
    self.mode = mode
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.thresholdMode = thresholdMode
    self.cooldown = cooldown
    self.minLR = minLR
    self.eps = eps
    best = mode == .min ? .infinity : -.infinity
  }

  /// The rates of the groups as last set.
  public var lastLR: [Double] { optimizer.parameterGroups.map(\.lr) }

  /// Goes on to the next epoch with the number that the last one reached.
  public func step(_ metric: Double) {
    if isBetter(metric) {
      best = metric
      badEpochs = 0
    } else {
      badEpochs += 1
    }
    if coolingEpochs > 0 {
      coolingEpochs -= 1
      badEpochs = 0
    }
    if badEpochs > patience {
      for group in optimizer.parameterGroups {
        let rate = max(group.lr * factor, minLR)
        if group.lr - rate > eps { group.lr = rate }
      }
      coolingEpochs = cooldown
      badEpochs = 0
    }
  }

  /// Goes on to the next epoch with a loss that the last one reached.
  public func step(_ metric: Tensor) { step(metric.item()) }

  private func isBetter(_ metric: Double) -> Bool {
    switch (mode, thresholdMode) {
    case (.min, .rel): metric < best * (1 - threshold)
    case (.min, .abs): metric < best - threshold
    case (.max, .rel): metric > best * (1 + threshold)
    case (.max, .abs): metric > best + threshold
    }
  }
}
