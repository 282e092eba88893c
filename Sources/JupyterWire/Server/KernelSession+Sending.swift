internal import Logging

extension KernelSession {
  /// How long a subscriber may be behind before it loses messages.
  private static let patience: Duration = .seconds(1)

  /// Puts a message for all clients at the end of the outbox.
  func publish(
    _ type: String, _ content: JSONObject, metadata: JSONObject = [:], parent: Parent
  ) {
    post(
      OutgoingMessage(
        channel: .iopub, type: type, parent: parent, metadata: metadata, content: content))
  }

  /// Puts the reply to a request at the end of the outbox.
  func reply(
    to request: IncomingMessage, _ type: String, _ content: JSONObject, metadata: JSONObject = [:]
  ) {
    post(
      OutgoingMessage(
        channel: request.channel, type: type, parent: request.parent, metadata: metadata,
        content: content))
  }

  /// Puts a message at the end of the outbox, behind the text that was collected before it.
  func post(_ message: OutgoingMessage) {
    sendPendingText()
    outbox.append(message)
  }

  /// Sends the outbox, as far as subscribers keep up.
  func flush() throws {
    var sent = 0
    defer { outbox.removeFirst(sent) }
    while sent < outbox.count {
      try welcomeSubscribers()
      let frames = codec.encode(outbox[sent])
      let mayDrop = stalledSince.map { $0.duration(to: .now) > Self.patience } ?? false
      guard try sockets.send(frames, on: outbox[sent].channel, mayDrop: mayDrop) else {
        stalledSince = stalledSince ?? .now
        return
      }
      if mayDrop { logger.debug("a subscriber of iopub is behind and loses messages") }
      if !mayDrop { stalledSince = nil }
      sent += 1
    }
  }

  /// Greets new subscribers, so that they know that nothing from here on passes them by (JEP 65).
  ///
  /// The greeting's topic is what was subscribed to, and it overtakes all else.
  func welcomeSubscribers() throws {
    while true {
      guard case .frames(let frames) = try sockets.receive(.iopub) else { return }
      // A subscription is one frame: 1 and the topic, or 0 and the topic to end it.
      guard frames.count == 1, frames[0].first == 1,
        let topic = String(validating: frames[0].dropFirst(), as: UTF8.self)
      else { continue }
      let message = OutgoingMessage(
        channel: .iopub, type: "iopub_welcome", parent: .none,
        content: ["subscription": .string(topic)])
      let encoded = codec.encode(message)
      _ = try sockets.send(
        [Array(topic.utf8)] + encoded.dropFirst(), on: .iopub, mayDrop: true)
    }
  }
}
