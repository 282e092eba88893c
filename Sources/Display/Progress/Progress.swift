/// Goes through a sequence with a bar that shows how far it is.
///
///     for (images, labels) in progress(loader, "epoch 1") {
///       ...
///     }
///     // epoch 1: 100%|████████████████████| 938/938 [00:12<00:00, 76.3 it/s]
///
/// In a notebook the bar is one output that changes in place; in a terminal, one line that is
/// written over. Elsewhere (a file, a pipe) it is a line for every tenth of the way, at most one a
/// second, and one at the end. A loop that is left early leaves the bar where it was.
///
/// - Parameters:
///   - base: what to go through.
///   - label: what stands before the bar.
///   - total: the number of elements, where the sequence does not know it itself.
///   - leave: whether the bar stays when the loop has ended; bars within loops had better not.
public func progress<Base: Sequence>(
  _ base: Base, _ label: String = "", total: Int? = nil, leave: Bool = true
) -> Progress<Base> {
  Progress(base, label: label, total: total, leave: leave)
}

/// A sequence whose loops show a bar; `progress` makes it.
///
///     let batches = progress(loader)
///     for (images, labels) in batches {
///       batches.note = "loss \(loss.item())"
///     }
public final class Progress<Base: Sequence>: Sequence {
  /// What stands behind the bar.
  public var note = "" { didSet { bar?.note = note } }

  private let base: Base
  private let label: String
  private let total: Int?
  private let leave: Bool
  private weak var bar: ProgressBar?

  init(_ base: Base, label: String, total: Int?, leave: Bool) {
    self.base = base
    self.label = label
    self.leave = leave
    // Sequences that know their length say so here; others say 0.
    let known = base.underestimatedCount
    self.total = total ?? (known > 0 ? known : nil)
  }

  /// Starts a loop with a bar of its own.
  public func makeIterator() -> ProgressIterator<Base.Iterator> {
    let bar = ProgressBar(label: label, total: total, leaves: leave, output: .best)
    bar.note = note
    self.bar = bar
    return ProgressIterator(base.makeIterator(), bar)
  }
}

/// The elements of a sequence, counted on a bar.
public struct ProgressIterator<Base: IteratorProtocol>: IteratorProtocol {
  private var base: Base
  private let bar: ProgressBar
  private var isFirst = true

  init(_ base: Base, _ bar: ProgressBar) {
    self.base = base
    self.bar = bar
  }

  /// The next element; nil after the last one, when the bar is full.
  public mutating func next() -> Base.Element? {
    if isFirst { isFirst = false } else { bar.advance() }
    Notebook.stopIfAsked()
    guard let element = base.next() else {
      bar.finish()
      return nil
    }
    return element
  }
}
