import Tensors

/// The batches of one epoch.
///
/// With workers, two batches for each of them are under way while the caller uses one. Whoever
/// breaks off early only drops them: those that no worker has begun are never made.
public final class BatchIterator<Batch>: IteratorProtocol {
  /// Batches under way for each worker. (PyTorch: `prefetch_factor`.)
  private static var depth: Int { 2 }

  private var plan: EpochPlan
  private let assemble: ([Int]) -> Batch
  private let lines: [WorkLine]
  private var ordered = 0
  private var underWay: [PromisedBatch<Batch>] = []
  /// Lives as long as somebody may ask for a batch.
  private let interest = Interest()

  init(_ plan: EpochPlan, workers: Int, _ assemble: @escaping ([Int]) -> Batch) {
    self.plan = plan
    self.assemble = assemble
    lines = (0..<workers).map { WorkLine(generator: Generator(seed: plan.seed &+ $0)) }
    orderAhead()
  }

  /// The next batch; nil at the end of the epoch.
  public func next() -> Batch? {
    guard !lines.isEmpty else { return plan.next().map(assemble) }
    guard !underWay.isEmpty else { return nil }
    let first = underWay.removeFirst()
    orderAhead()
    return first.wait()
  }

  /// Worker after worker gets a batch, so that each one's random numbers do not depend on how fast
  /// the others are.
  private func orderAhead() {
    while underWay.count < Self.depth * lines.count, let indices = plan.next() {
      let line = lines[ordered % lines.count]
      ordered += 1
      underWay.append(
        line.promise { [assemble, weak interest] in
          interest == nil ? nil : assemble(indices)
        })
    }
  }
}

/// What tells a worker, by being gone, that nobody waits for batches any more.
private final class Interest: Sendable {}
