internal import Tensors

/// The learning rate times a factor that goes evenly from one number to another: a warm-up.
///
///     LinearLR(optimizer, startFactor: 0.25, totalIters: 3)  // with lr 0.4: 0.1, 0.2, 0.3, 0.4, 0.4
public final class LinearLR: LRScheduler {
  private let startFactor: Double
  private let endFactor: Double
  private let totalIters: Int

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - startFactor: The factor at first, above 0 and at most 1.
  ///   - endFactor: The factor in the end, from 0 to 1.
  ///   - totalIters: Number of epochs until then.
  public init(
    _ optimizer: Optimizer, startFactor: Double = 1.0 / 3, endFactor: Double = 1,
    totalIters: Int = 5
  ) {
    if !(startFactor > 0 && startFactor <= 1 && (0...1).contains(endFactor)) {
      misuse(
        "startFactor must be above 0 and at most 1, and endFactor from 0 to 1; they are "
          + "\(startFactor) and \(endFactor)", in: "LinearLR")
    }
    if totalIters < 1 {
      misuse("totalIters must be positive, and is \(totalIters)", in: "LinearLR")
    }
    self.startFactor = startFactor
    self.endFactor = endFactor
    self.totalIters = totalIters
    super.init(optimizer)
  }

  /// The new rate of a group.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    if epoch == 0 { return group.lr * startFactor }
    if epoch > totalIters { return group.lr }
    let rise = endFactor - startFactor
    let scaled = Double(totalIters) * startFactor + Double(epoch - 1) * rise
    return group.lr * (1 + rise / scaled)
  }
}
