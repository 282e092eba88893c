/// The learning rate of the beginning times a function of the epoch.
///
///     LambdaLR(optimizer) { epoch in min(1, Double(epoch + 1) / 10) }  // a warm-up of ten epochs
public final class LambdaLR: LRScheduler {
  private let factor: (Int) -> Double

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - factor: From the number of an epoch, counted from 0, to the factor.
  public init(_ optimizer: Optimizer, _ factor: @escaping (Int) -> Double) {
    self.factor = factor
    super.init(optimizer)
  }

  /// The new rate of a group.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    baseLR * factor(epoch)
  }
}
