internal import Logging

extension KernelSession {
  /// Puts a cell at the end of the queue.
  func enqueue(_ request: IncomingMessage) throws {
    waiting.append(try Execution(request))
    startNext()
  }

  private func startNext() {
    guard running == nil, ending == nil, !waiting.isEmpty else { return }
    var execution = waiting.removeFirst()
    execution.started = Timestamp.now
    execution.begun = .now
    running = execution
    begin(execution.request)
    if execution.storeHistory {
      executionCount += 1
      history.append(execution.code, count: executionCount)
    }
    if !execution.silent {
      publish(
        "execute_input",
        ["code": .string(execution.code), "execution_count": .int(executionCount)],
        parent: execution.request.parent)
    }
    let request = ExecuteRequest(
      code: execution.code, silent: execution.silent, storeHistory: execution.storeHistory,
      executionCount: executionCount, allowsInput: execution.allowsInput,
      cellID: execution.request.metadata["cellId"]?.string)
    let console = console(for: execution)
    let (interpreter, inbox) = (interpreter, inbox)
    Task { inbox.post(.executed(await interpreter.execute(request, console: console))) }
  }

  private func console(for execution: Execution) -> Console {
    let (inbox, parent) = (inbox, execution.request.parent)
    let (isSilent, allowsInput) = (execution.silent, execution.allowsInput)
    return Console(
      send: { output in
        if !isSilent { inbox.post(.output(output, parent)) }
      },
      readLine: { prompt, isPassword in
        guard allowsInput else { throw InputError.notAllowed }
        return try await withCheckedThrowingContinuation { continuation in
          let request = InputRequest(
            prompt: prompt, isPassword: isPassword, parent: parent, continuation: continuation)
          if !inbox.post(.inputRequest(request)) { request.finish(.failure(InputError.cancelled)) }
        }
      })
  }

  /// Replies to the running cell and goes on with the queue, or empties it after an error.
  func executionEnded(_ result: ExecuteResult) throws {
    guard let execution = running else { return }
    cancelInput()
    switch result {
    case .ok:
      sendReply(
        ["status": "ok", "user_expressions": [:], "payload": []], to: execution)
    case .error(let error):
      let content: JSONObject = [
        "ename": .string(error.name), "evalue": .string(error.value),
        "traceback": .array(error.traceback.map { .string($0) }),
      ]
      if !execution.silent { publish("error", content, parent: execution.request.parent) }
      var reply: JSONObject = ["status": "error"]
      for (key, value) in content.members { reply[key] = value }
      reply["user_expressions"] = [:]
      reply["payload"] = []
      let stops = execution.stopOnError && !execution.silent
      // "Run all" has sent the cells below already. They count as arrived even if they are still
      // in the socket's queue.
      if stops { try receive(.shell, atMost: 10_000) }
      sendReply(reply, to: execution)
      // From here on this cell no longer makes the kernel look busy.
      running = nil
      if stops { abortWaiting() }
    case .aborted:
      sendAbortedReply(to: execution)
    }
    running = nil
    startNext()
  }

  /// Answers all cells of the queue without running them.
  func abortWaiting() {
    let aborted = waiting
    waiting = []
    for execution in aborted {
      logger.debug("a cell is not run, because one before it failed")
      begin(execution.request)
      sendAbortedReply(to: execution)
    }
  }

  private func sendReply(_ content: JSONObject, to execution: Execution) {
    var content = content
    content["execution_count"] = .int(executionCount)
    // JupyterLab measures the time of a cell from this to the reply's date.
    let metadata: JSONObject = [
      "started": .string(execution.started), "status": content["status"] ?? "ok",
    ]
    reply(to: execution.request, "execute_reply", content, metadata: metadata)
    finish(execution.request)
  }

  /// Says that a cell was not run.
  ///
  /// The status is the reference kernel's; the names of the error are there for clients that know
  /// only errors; the count is null, since the cell has no number.
  private func sendAbortedReply(to execution: Execution) {
    reply(
      to: execution.request, "execute_reply",
      [
        "status": "aborted", "ename": "Aborted", "evalue": "The cell was not run.",
        "traceback": [], "execution_count": nil,
      ],
      metadata: ["status": "aborted"])
    finish(execution.request)
  }
}
