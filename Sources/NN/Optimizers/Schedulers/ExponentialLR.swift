/// The learning rate times `gamma` after every epoch.
public final class ExponentialLR: LRScheduler {
  private let gamma: Double

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - gamma: What the rate is multiplied by.
  public init(_ optimizer: Optimizer, gamma: Double) {
    self.gamma = gamma
    super.init(optimizer)
  }

  /// The new rate of a group.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    epoch == 0 ? group.lr : group.lr * gamma
  }
}
