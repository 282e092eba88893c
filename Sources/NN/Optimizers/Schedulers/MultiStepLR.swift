/// The learning rate times `gamma` at each of some epochs.
///
///     MultiStepLR(optimizer, milestones: [30, 80])  // 0.1 until 30, 0.01 until 80, then 0.001
public final class MultiStepLR: LRScheduler {
  private let milestones: [Int]
  private let gamma: Double

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - milestones: Numbers of epochs; one that is there twice counts twice.
  ///   - gamma: What the rate is multiplied by.
  public init(_ optimizer: Optimizer, milestones: [Int], gamma: Double = 0.1) {
    self.milestones = milestones
    self.gamma = gamma
    super.init(optimizer)
  }

  /// The new rate of a group.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    milestones.reduce(group.lr) { $1 == epoch ? $0 * gamma : $0 }
  }
}
