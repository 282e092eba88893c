/// How far a loop is, shown again and again.
package final class ProgressBar {
  package var label: String
  package var note = ""

  private let total: Int?
  private let leaves: Bool
  private let output: ProgressOutput
  private let start: ContinuousClock.Instant
  private let now: () -> ContinuousClock.Instant
  private var count = 0
  private var shown: ContinuousClock.Instant
  private var shownCount = 0
  private var isFinished = false

  /// - Parameters:
  ///   - output: where the bar is shown.
  ///   - now: the time; tests have a clock of their own.
  package init(
    label: String, total: Int?, leaves: Bool, output: ProgressOutput,
    now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.label = label
    self.total = total
    self.leaves = leaves
    self.output = output
    self.now = now
    start = now()
    shown = start
    output.show(state)
  }

  /// A loop that was left early leaves the bar where it was.
  deinit { if !isFinished { end() } }

  /// Counts one more element as done.
  package func advance() {
    count += 1
    let time = now()
    // Ten times a second is all that the eye can follow; each costs a message to the page.
    guard time - shown >= output.pause else { return }
    if output.isLines, let total, (count - shownCount) * 10 < total { return }
    (shown, shownCount) = (time, count)
    output.show(state)
  }

  /// Shows the last state, after the last element.
  package func finish() {
    if !isFinished { end() }
  }

  private func end() {
    isFinished = true
    output.end(state, leaves: leaves)
  }

  private var state: ProgressState {
    ProgressState(
      label: label, count: count, total: total, seconds: (now() - start) / .seconds(1),
      note: note)
  }
}
