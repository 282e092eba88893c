import Foundation
import WorkerProtocol

/// Brings what the worker says to the cell it belongs to.
///
/// Output that comes after a cell's end (from a thread it had started) still belongs to that cell,
/// until another one runs.
final class WorkerLine: @unchecked Sendable {
  private let lock = NSLock()
  private var output: (@Sendable (CellOutput) -> Void)?
  private var waiting: CheckedContinuation<WorkerEvent?, Never>?
  private var stray: (@Sendable (Trap) -> Void)?
  private var inputWanted: (@Sendable () -> Void)?
  private var isEnded = false
  private var loadedAt: ContinuousClock.Instant?

  /// When the running cell had been loaded.
  var loaded: ContinuousClock.Instant? { lock.withLock { loadedAt } }

  /// Another worker speaks from now on.
  func renew() { lock.withLock { isEnded = false } }

  /// Runs `start` and waits until the cell it runs has ended; `nil` when the worker is gone.
  func run(
    output: @escaping @Sendable (CellOutput) -> Void, stray: @escaping @Sendable (Trap) -> Void,
    inputWanted: @escaping @Sendable () -> Void, start: @Sendable () -> Void
  ) async -> WorkerEvent? {
    await withCheckedContinuation { continuation in
      // A worker that died between two cells has nobody to tell, and never answers again.
      let isEnded = lock.withLock {
        self.output = output
        self.stray = stray
        self.inputWanted = inputWanted
        loadedAt = nil
        if !self.isEnded { waiting = continuation }
        return self.isEnded
      }
      if isEnded { return continuation.resume(returning: nil) }
      start()
    }
  }

  /// Takes a notice of the worker's reader.
  func take(_ notice: WorkerNotice) {
    // Outputs are passed on outside of the lock: whoever takes them may be slow.
    let (output, stray, inputWanted) = lock.withLock {
      (self.output, self.stray, self.inputWanted)
    }
    switch notice {
    case .stdout(let text): output?(.stdout(text))
    case .stderr(let text): output?(.stderr(text))
    case .event(.shown(let shown)): output?(.shown(shown))
    case .event(.strayTrap(let trap)): stray?(trap)
    case .event(.inputWanted): inputWanted?()
    case .event(.ready): break
    case .event(.loaded): lock.withLock { loadedAt = .now }
    case .event(let event): end(event)
    case .ended:
      lock.withLock { isEnded = true }
      end(nil)
    }
  }

  private func end(_ event: WorkerEvent?) {
    let waiting = lock.withLock {
      defer { self.waiting = nil }
      return self.waiting
    }
    waiting?.resume(returning: event)
  }
}
