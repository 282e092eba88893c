internal import Logging

extension KernelSession {
  /// Does what a client asks.
  ///
  /// - Throws: ``MessageError`` when the content is not what its type promises.
  func handle(_ request: IncomingMessage) throws {
    logger.debug("\(JSON.string(request.type)) on \(request.channel.rawValue)")
    if request.channel == .stdin { return try takeInput(request) }
    switch request.type {
    case "execute_request": try enqueue(request)
    case "complete_request": try complete(request)
    case "inspect_request": try inspect(request)
    case "is_complete_request": try isComplete(request)
    case "interrupt_request":
      begin(request)
      cancelInput()
      ask(request, "interrupt_reply") { interpreter in
        await interpreter.interrupt()
        return ["status": "ok"]
      }
    case "shutdown_request":
      begin(request)
      end(request: request, restart: request.content["restart"]?.bool ?? false)
    default: try answerAtOnce(request)
    }
  }

  /// Answers what needs no interpreter.
  private func answerAtOnce(_ request: IncomingMessage) throws {
    let answer: (type: String, content: JSONObject)?
    switch request.type {
    case "kernel_info_request": answer = ("kernel_info_reply", kernelInfo)
    case "comm_info_request": answer = ("comm_info_reply", ["status": "ok", "comms": [:]])
    case "history_request": answer = ("history_reply", try history.reply(to: request.content))
    case "connect_request": answer = ("connect_reply", connectionContent)
    case "comm_open":
      answer = nil
      // No target is known here, and the protocol wants such a comm closed at once.
      guard let id = request.content["comm_id"]?.string else {
        throw MessageError("comm_open without comm_id")
      }
      begin(request)
      publish("comm_close", ["comm_id": .string(id), "data": [:]], parent: request.parent)
      return finish(request)
    default:
      answer = nil
      logger.debug("nothing to do for \(JSON.string(request.type))")
    }
    begin(request)
    if let answer { reply(to: request, answer.type, answer.content) }
    finish(request)
  }

  /// Publishes that a request is being worked on.
  func begin(_ request: IncomingMessage) {
    publish("status", ["execution_state": "busy"], parent: request.parent)
  }

  /// Publishes that all there is about a request has been published.
  func finish(_ request: IncomingMessage) {
    publish("status", ["execution_state": "idle"], parent: request.parent)
    // Clients show the last state they saw. A question answered while a cell runs must not make
    // the kernel look idle.
    if let running, running.request.id != request.id { begin(running.request) }
  }

  private var kernelInfo: JSONObject {
    let language = interpreter.languageInfo
    let implementation = interpreter.implementation
    return [
      "status": "ok",
      "protocol_version": .string(MessageCodec.protocolVersion),
      "implementation": .string(implementation.name),
      "implementation_version": .string(implementation.version),
      "language_info": [
        "name": .string(language.name), "version": .string(language.version),
        "mimetype": .string(language.mimeType), "file_extension": .string(language.fileExtension),
        "pygments_lexer": .string(language.pygmentsLexer),
        "codemirror_mode": .string(language.codeMirrorMode),
      ],
      "banner": .string(interpreter.banner),
      "debugger": false,
      "supported_features": [],
      "help_links": .array(
        implementation.helpLinks.map { ["text": .string($0.text), "url": .string($0.url)] }),
    ]
  }

  private var connectionContent: JSONObject {
    var content: JSONObject = ["status": "ok"]
    for channel in ConnectionInfo.Channel.allCases {
      content["\(channel.rawValue)_port"] = .int(connection.ports[channel] ?? 0)
    }
    return content
  }
}
