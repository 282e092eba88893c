internal import Logging

/// A kernel that is about to end.
struct Ending {
  /// The request that wants it, unless the system does.
  var request: IncomingMessage?
  var restart: Bool
  /// When the kernel ends even though the interpreter has not.
  let deadline: ContinuousClock.Instant
  var isInterpreterDone = false
}

extension KernelSession {
  /// How long the interpreter has.
  ///
  /// Jupyter sends SIGTERM after 2.5 seconds.
  private static let patience: Duration = .seconds(2)

  /// Stops a cell, unless the one that runs began after the user asked.
  func interruptCell(runningAt time: ContinuousClock.Instant) {
    guard let running, running.begun <= time else { return }
    cancelInput()
    let interpreter = interpreter
    Task { await interpreter.interrupt() }
  }

  /// Begins to end the kernel.
  ///
  /// A second call changes nothing.
  func end(request: IncomingMessage?, restart: Bool) {
    guard ending == nil else { return }
    logger.debug("the kernel ends\(restart ? " for a restart" : "")")
    ending = Ending(request: request, restart: restart, deadline: .now + Self.patience)
    cancelInput()
    let (interpreter, inbox) = (interpreter, inbox)
    Task {
      await interpreter.shutdown(restart: restart)
      inbox.post(.interpreterEnded)
    }
  }

  /// Whether nothing is left to wait for.
  var isOver: Bool {
    guard let ending else { return false }
    if ending.deadline < .now { return true }
    return ending.isInterpreterDone && running == nil
  }

  /// Answers everything that is still open and sends it.
  func finish() throws {
    for event in inbox.close() {
      switch event {
      case .output(let output, let parent): show(output, parent: parent)
      case .inputRequest(let request): request.finish(.failure(InputError.cancelled))
      default: break
      }
    }
    if let execution = running {
      running = nil
      waiting.insert(execution, at: 0)
    }
    abortWaiting()
    let parent = ending?.request?.parent ?? .none
    let content: JSONObject = ["status": "ok", "restart": .bool(ending?.restart ?? false)]
    if let request = ending?.request { reply(to: request, "shutdown_reply", content) }
    // The other clients learn it this way.
    publish("shutdown_reply", content, parent: parent)
    publish("status", ["execution_state": "idle"], parent: parent)
    let deadline = ContinuousClock.now + .seconds(1)
    repeat {
      try flush()
      if !outbox.isEmpty { try sockets.wait(milliseconds: 2, orWakeUp: false) }
    } while !outbox.isEmpty && .now < deadline
  }
}
