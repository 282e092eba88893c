internal import Foundation

/// What other threads hand to the thread that owns the sockets.
///
/// Output is bounded: ``post(_:)`` waits while more than ``capacity`` bytes of it are unread, so
/// that a cell that floods its output is slowed down to the speed of the clients.
final class Inbox: @unchecked Sendable {
  /// Something that happened outside of the socket thread.
  enum Event: Sendable {
    /// A cell shows something.
    case output(Output, Parent)
    /// A cell asks for a line.
    case inputRequest(InputRequest)
    /// The running cell has ended.
    case executed(ExecuteResult)
    /// The interpreter has answered a question.
    case answered(IncomingMessage, type: String, content: JSONObject)
    /// The user pressed Ctrl-C in the kernel's terminal, at this time.
    case interrupt(ContinuousClock.Instant)
    /// The system asks the kernel to end.
    case shutDown
    /// The interpreter has ended all it had started.
    case interpreterEnded
  }

  /// How many bytes of output may wait.
  static let capacity = 4 << 20

  private let condition = NSCondition()
  private var events: [Event] = []
  private var outputSize = 0
  private var isClosed = false
  private let wakeUp: WakeUp

  init(wakeUp: WakeUp) {
    self.wakeUp = wakeUp
  }

  /// Hands over an event.
  ///
  /// - Returns: Whether it is going to be read; `false` once the inbox is closed.
  @discardableResult
  func post(_ event: Event) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    if case .output(let output, _) = event {
      while outputSize > Self.capacity, !isClosed { condition.wait() }
      outputSize += output.approximateSize
    }
    guard !isClosed else { return false }
    events.append(event)
    if events.count == 1 { wakeUp.signal() }
    return true
  }

  /// Takes all events, oldest first.
  func takeAll() -> [Event] {
    condition.lock()
    defer { condition.unlock() }
    wakeUp.clear()
    defer { events = [] }
    outputSize = 0
    condition.broadcast()
    return events
  }

  /// Refuses all further events, releases who waits, and returns what is left.
  func close() -> [Event] {
    condition.lock()
    isClosed = true
    condition.unlock()
    return takeAll()
  }
}

extension Output {
  /// About how many bytes the output holds in memory, those of the event itself included.
  fileprivate var approximateSize: Int {
    switch self {
    case .stream(_, let text): return 256 + text.utf8.count
    case .displayData(let bundle, _, _), .updateDisplayData(let bundle, _, _),
      .executeResult(let bundle, _):
      return bundle.data.members.reduce(256) { $0 + ($1.value.string?.utf8.count ?? 1024) }
    case .clearOutput: return 256
    }
  }
}
