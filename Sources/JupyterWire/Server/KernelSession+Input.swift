internal import Logging

extension KernelSession {
  /// Asks the client that sent the running cell for a line.
  func ask(_ request: InputRequest) {
    guard let running, running.request.parent == request.parent else {
      return request.finish(.failure(InputError.cancelled))
    }
    inputRequests.append(request)
    post(
      OutgoingMessage(
        channel: .stdin, type: "input_request", parent: request.parent,
        content: ["prompt": .string(request.prompt), "password": .bool(request.isPassword)]))
  }

  /// Hands a line from the user to the cell that has asked first.
  func takeInput(_ reply: IncomingMessage) throws {
    guard reply.type == "input_reply", let value = reply.content["value"]?.string else {
      throw MessageError("\(JSON.string(reply.type)) is not an input_reply with a value")
    }
    guard !inputRequests.isEmpty else { throw MessageError("input that nobody has asked for") }
    inputRequests.removeFirst().finish(.success(value))
  }

  /// Tells all that wait for a line that none comes.
  func cancelInput() {
    for request in inputRequests { request.finish(.failure(InputError.cancelled)) }
    inputRequests = []
  }
}
