/// The batches of one epoch.
///
/// With workers, up to two batches are under way while the caller uses one. Whoever breaks off
/// early only drops them: nothing waits for being taken.
public final class BatchIterator<Batch>: IteratorProtocol {
  private static var depth: Int { 2 }

  private var plan: EpochPlan
  private let assemble: ([Int]) -> Batch
  private let line: WorkLine?
  private var underWay: [PromisedBatch<Batch>] = []

  init(_ plan: EpochPlan, isAhead: Bool, _ assemble: @escaping ([Int]) -> Batch) {
    self.plan = plan
    self.assemble = assemble
    line = isAhead ? WorkLine() : nil
    orderAhead()
  }

  /// The next batch; nil at the end of the epoch.
  public func next() -> Batch? {
    guard line != nil else { return plan.next().map(assemble) }
    guard !underWay.isEmpty else { return nil }
    let first = underWay.removeFirst()
    orderAhead()
    return first.wait()
  }

  private func orderAhead() {
    guard let line else { return }
    while underWay.count < Self.depth, let indices = plan.next() {
      underWay.append(line.promise { [assemble] in assemble(indices) })
    }
  }
}
