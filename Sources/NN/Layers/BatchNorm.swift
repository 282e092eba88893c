public import Tensors

/// What ``BatchNorm1d`` and ``BatchNorm2d`` share: channels are brought to mean zero and variance
/// one, then scaled and shifted by learned numbers.
///
/// While training, mean and variance are the batch's, and move the running ones; in use
/// (``Module/eval()``) the running ones are taken.
public class BatchNorm: Module {
  /// A factor for each channel, at first 1; nil without `affine`.
  public let weight: Parameter?
  /// What is added to each channel, at first 0; nil without `affine`.
  public let bias: Parameter?
  /// The mean of each channel over many batches, at first 0; nil when not tracked.
  public let runningMean: Buffer?
  /// The variance of each channel over many batches, at first 1; nil when not tracked.
  public let runningVar: Buffer?
  /// How many batches moved the running values; nil when not tracked.
  public let numBatchesTracked: Buffer?
  /// Number of channels.
  public let numFeatures: Int
  /// What is added to the variance.
  public let eps: Double
  /// The share of a batch in the running values; nil for the plain mean over all batches.
  public let momentum: Double?

  /// Makes a layer.
  ///
  /// - Parameters:
  ///   - numFeatures: Number of channels.
  ///   - eps: What is added to the variance.
  ///   - momentum: The share of a batch in the running values; nil for the mean over all batches.
  ///   - affine: Whether channels are scaled and shifted by learned numbers.
  ///   - trackRunningStats: Whether running values are kept; without them the batch's are taken
  ///     also in use.
  public init(
    _ numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true,
    trackRunningStats: Bool = true
  ) {
    requirePositive(["numFeatures": numFeatures], in: "\(Self.self)")
    self.numFeatures = numFeatures
    self.eps = eps
    self.momentum = momentum
    weight = affine ? Parameter(Tensor.ones(numFeatures)) : nil
    bias = affine ? Parameter(Tensor.zeros(numFeatures)) : nil
    runningMean = trackRunningStats ? Buffer(Tensor.zeros(numFeatures)) : nil
    runningVar = trackRunningStats ? Buffer(Tensor.ones(numFeatures)) : nil
    numBatchesTracked = trackRunningStats ? Buffer(Tensor(0)) : nil
  }

  /// The numbers of axes that an input may have, and how they are called.
  class var inputAxes: (counts: ClosedRange<Int>, names: String) { (2...8, "[N, C, ...]") }

  /// Computes the layer's output.
  public override func forward(_ x: Tensor) -> Tensor {
    guard Self.inputAxes.counts.contains(x.ndim) else {
      misuse(
        "the input must be \(Self.inputAxes.names)", in: typeName, [Argument("x", x)],
        hint: x.ndim < Self.inputAxes.counts.lowerBound
          ? "add a batch axis with x.unsqueeze(0)" : nil)
    }
    if training, let numBatchesTracked { noGrad { numBatchesTracked += 1 } }
    let share = momentum ?? 1 / max(1, numBatchesTracked?.item() ?? 1)
    return F.batchNorm(
      x, runningMean: runningMean, runningVar: runningVar, weight: weight, bias: bias,
      training: training || runningMean == nil, momentum: share, eps: eps)
  }

  /// The options as PyTorch prints them.
  public override var extraRepr: String {
    "\(numFeatures), eps=\(eps), momentum=\(momentum.map { "\($0)" } ?? "None"), "
      + "affine=\(python(weight != nil)), track_running_stats=\(python(runningMean != nil))"
  }

  /// The parameters and buffers under PyTorch's names, so that checkpoints fit both ways.
  package override func ownState() -> ModuleState {
    var state = ModuleState()
    for case (let name, let parameter?) in [("weight", weight), ("bias", bias)] {
      state.parameters.append((name, parameter))
    }
    for case (let name, let buffer?) in [
      ("running_mean", runningMean), ("running_var", runningVar),
      ("num_batches_tracked", numBatchesTracked),
    ] {
      state.buffers.append((name, buffer))
    }
    return state
  }
}
