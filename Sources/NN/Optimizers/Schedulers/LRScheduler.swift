/// What changes an optimizer's learning rate from epoch to epoch: the base of all schedulers.
///
///     let scheduler = StepLR(optimizer, stepSize: 30, gamma: 0.1)
///     for epoch in 0..<100 {
///       train(epoch)
///       scheduler.step()
///     }
///
/// As in PyTorch, most work from the rate as it is: two schedulers of one optimizer multiply their
/// effects.
open class LRScheduler {
  /// The optimizer whose groups get new rates.
  public let optimizer: Optimizer
  /// How often ``step()`` was called.
  public final private(set) var lastEpoch = 0
  /// The rates of the groups before any scheduler changed them.
  public let baseLRs: [Double]

  /// Attaches a scheduler, which sets the rates of the first epoch.
  public init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
    for group in optimizer.parameterGroups where group.initialLR == nil {
      group.initialLR = group.lr
    }
    baseLRs = optimizer.parameterGroups.map { $0.initialLR ?? $0.lr }
    apply()
  }

  /// Goes on to the next epoch, after the steps of the optimizer.
  public final func step() {
    if lastEpoch == 0, optimizer.stepCount == 0 {
      warn(
        "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and "
          + "later, you should call them in the opposite order: `optimizer.step()` before "
          + "`lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first "
          + "value of the learning rate schedule. See more details at "
          + "https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate")
    }
    lastEpoch += 1
    apply()
  }

  /// The rates of the groups as last set. (PyTorch: `get_last_lr()`.)
  public final var lastLR: [Double] { optimizer.parameterGroups.map(\.lr) }

  /// The new rate of a group.
  ///
  /// What a kind of scheduler overrides; programs call ``step()``.
  ///
  /// - Parameters:
  ///   - group: The group, with its rate so far.
  ///   - baseLR: Its rate before any scheduler changed it.
  ///   - epoch: Number of the epoch that begins, from 0.
  open func rate(of group: ParameterGroup, baseLR: Double, epoch: Int) -> Double { group.lr }

  private func apply() {
    for (group, base) in zip(optimizer.parameterGroups, baseLRs) {
      // Unchecked: past its last step a cycle's line goes below zero, in PyTorch too.
      group.options[.lr] = rate(of: group, baseLR: base, epoch: lastEpoch)
    }
  }
}
