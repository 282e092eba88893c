internal import Foundation
internal import Logging

/// The state of a running kernel, all of it on the thread that owns the sockets.
final class KernelSession {
  let interpreter: any Interpreter
  let inbox: Inbox
  let logger: Logger
  let sockets: KernelSockets
  let connection: ConnectionInfo

  var codec: MessageCodec
  /// What must be sent, oldest first.
  ///
  /// Not empty between turns only while a subscriber is behind.
  var outbox: [OutgoingMessage] = []
  /// Since when the first message of the outbox was refused.
  var stalledSince: ContinuousClock.Instant?

  /// Text that waits for more.
  var pendingText: PendingText?
  /// When text was last sent.
  var textSent = ContinuousClock.now

  var running: Execution?
  var waiting: [Execution] = []
  var executionCount = 0
  var history = History()
  var inputRequests: [InputRequest] = []

  /// Set once the kernel is about to end.
  var ending: Ending?

  init(server: KernelServer, sockets: KernelSockets, connection: ConnectionInfo) {
    interpreter = server.interpreter
    inbox = server.inbox
    logger = server.logger
    self.sockets = sockets
    self.connection = connection
    codec = MessageCodec(key: connection.key, session: UUID().uuidString.lowercased())
  }

  /// Serves until the kernel ends.
  func run() throws {
    defer { sockets.close() }
    publish("status", ["execution_state": "starting"], parent: .none)
    while !isOver {
      if timeUntilTextIsDue == .zero { sendPendingText() }
      try flush()
      // While subscribers are behind, output stays in the inbox, which makes its senders wait.
      let isStalled = !outbox.isEmpty
      try sockets.wait(milliseconds: pollingTimeout, orWakeUp: !isStalled)
      try receiveAll()
      if !isStalled {
        for event in inbox.takeAll() { try handle(event) }
      }
    }
    try finish()
  }

  private var pollingTimeout: Int? {
    if !outbox.isEmpty { return 2 }
    if let time = timeUntilTextIsDue { return 1 + Int(time / .milliseconds(1)) }
    return ending == nil ? nil : 50
  }

  /// Reads what has arrived; what must not wait comes first.
  private func receiveAll() throws {
    try receive(.control)
    try receive(.stdin)
    try receive(.shell)
    try welcomeSubscribers()
  }

  /// Reads what has arrived on one channel.
  ///
  /// The limit lets the others have their turn while a client floods this one.
  func receive(_ channel: ConnectionInfo.Channel, atMost limit: Int = 100) throws {
    for _ in 0..<limit {
      switch try sockets.receive(channel) {
      case .nothing: return
      case .oversized: drop(channel, "larger than the limits")
      case .frames(let frames):
        do {
          try handle(try codec.decode(frames, from: channel))
        } catch let error as MessageError {
          drop(channel, error.description)
        }
      }
    }
  }

  private func drop(_ channel: ConnectionInfo.Channel, _ reason: String) {
    logger.warning("dropped a message on \(channel.rawValue): \(reason)")
  }

  private func handle(_ event: Inbox.Event) throws {
    switch event {
    case .output(let output, let parent): show(output, parent: parent)
    case .inputRequest(let request): ask(request)
    case .executed(let result): try executionEnded(result)
    case .answered(let request, let type, let content): answer(request, type, content)
    case .interrupt(let time): interruptCell(runningAt: time)
    case .shutDown: end(request: nil, restart: false)
    case .interpreterEnded: ending?.isInterpreterDone = true
    }
  }
}
