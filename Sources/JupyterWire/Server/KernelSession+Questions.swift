extension KernelSession {
  func isComplete(_ request: IncomingMessage) throws {
    let code = try request.code
    begin(request)
    ask(request, "is_complete_reply") { interpreter in
      switch await interpreter.isComplete(code) {
      case .complete: return ["status": "complete"]
      case .incomplete(let indent): return ["status": "incomplete", "indent": .string(indent)]
      case .invalid: return ["status": "invalid"]
      case .unknown: return ["status": "unknown"]
      }
    }
  }

  func complete(_ request: IncomingMessage) throws {
    let code = try request.code
    let cursor = try request.cursor
    begin(request)
    ask(request, "complete_reply") { interpreter in
      let completion = await interpreter.complete(code, cursor: cursor)
      // JupyterLab pairs these with the matches by index.
      let types: [JSON] = completion.matches.map {
        [
          "text": .string($0.text), "type": .string($0.kind ?? ""),
          "signature": .string($0.signature ?? ""),
          "start": .int(completion.replacing.lowerBound),
          "end": .int(completion.replacing.upperBound),
        ]
      }
      return [
        "status": "ok", "matches": .array(completion.matches.map { .string($0.text) }),
        "cursor_start": .int(completion.replacing.lowerBound),
        "cursor_end": .int(completion.replacing.upperBound),
        "metadata": ["_jupyter_types_experimental": .array(types)],
      ]
    }
  }

  func inspect(_ request: IncomingMessage) throws {
    let code = try request.code
    let cursor = try request.cursor
    let detailLevel = request.content["detail_level"]?.int == 1 ? 1 : 0
    begin(request)
    ask(request, "inspect_reply") { interpreter in
      let bundle = await interpreter.inspect(code, cursor: cursor, detailLevel: detailLevel)
      return [
        "status": "ok", "found": .bool(bundle != nil), "data": .object(bundle?.data ?? [:]),
        "metadata": [:],
      ]
    }
  }

  /// Lets the interpreter work on a question beside everything else.
  func ask(
    _ request: IncomingMessage, _ type: String,
    _ work: @escaping @Sendable (any Interpreter) async -> JSONObject
  ) {
    let (interpreter, inbox) = (interpreter, inbox)
    Task {
      inbox.post(.answered(request, type: type, content: await work(interpreter)))
    }
  }

  func answer(_ request: IncomingMessage, _ type: String, _ content: JSONObject) {
    reply(to: request, type, content)
    finish(request)
  }
}

extension IncomingMessage {
  /// The code that the request is about.
  var code: String {
    get throws {
      guard let code = content["code"]?.string else {
        throw MessageError("\(type) without code")
      }
      return code
    }
  }

  /// The cursor, moved into the code if it lies outside; the end of the code when none was sent.
  fileprivate var cursor: Int {
    get throws {
      let end = try code.unicodeScalars.count
      guard let value = content["cursor_pos"] else { return end }
      guard let cursor = value.int else { throw MessageError("\(type) with a bad cursor_pos") }
      return min(max(0, cursor), end)
    }
  }
}
