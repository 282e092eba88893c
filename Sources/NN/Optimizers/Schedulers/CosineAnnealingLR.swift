internal import Glibc
internal import Tensors

/// The learning rate along half a wave of the cosine, down to `etaMin` and up again (Loshchilov and
/// Hutter, 2017).
public final class CosineAnnealingLR: LRScheduler {
  private let tMax: Int
  private let etaMin: Double

  /// Attaches a scheduler.
  ///
  /// - Parameters:
  ///   - optimizer: What gets the rates.
  ///   - tMax: Number of epochs until the lowest rate.
  ///   - etaMin: The lowest rate.
  public init(_ optimizer: Optimizer, tMax: Int, etaMin: Double = 0) {
    if tMax < 1 { misuse("tMax must be positive, and is \(tMax)", in: "CosineAnnealingLR") }
    self.tMax = tMax
    self.etaMin = etaMin
    super.init(optimizer)
  }

  /// The new rate of a group.
  public override func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double {
    if epoch == 0 { return group.lr }
    let half = Double(tMax)
    if (epoch - 1 - tMax) % (2 * tMax) == 0 {
      return group.lr + (baseLR - etaMin) * (1 - cos(.pi / half)) / 2
    }
    return (1 + cos(.pi * Double(epoch) / half)) / (1 + cos(.pi * Double(epoch - 1) / half))
      * (group.lr - etaMin) + etaMin
  }
}
