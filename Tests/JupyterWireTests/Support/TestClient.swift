import CZMQ
import Foundation

@testable import JupyterWire

/// A message as a client sees it.
struct ClientMessage {
  let identities: [[UInt8]]
  let type: String
  let header: JSON
  let parentID: String?
  let parentHeader: [UInt8]
  let content: JSON

  /// `status: busy` and the like in one word, else the type.
  var label: String {
    type == "status" ? content["execution_state"]?.string ?? "?" : type
  }
}

/// What a client waited for did not come.
struct Timeout: Error {}

/// A Jupyter client on libzmq, with its own way to make messages, so that both ends can be compared.
final class TestClient {
  let session = UUID().uuidString
  private let context: ZMQContext
  private let signer: MessageSigner
  private var sockets: [ConnectionInfo.Channel: ZMQSocket] = [:]
  private var sentCount = 0

  init(_ connection: ConnectionInfo, subscribe: Bool = true) throws {
    context = try ZMQContext()
    signer = MessageSigner(key: connection.key)
    for channel in [ConnectionInfo.Channel.shell, .control, .stdin, .iopub] {
      let socket = try ZMQSocket(context, channel == .iopub ? ZMQ_SUB : ZMQ_DEALER)
      // jupyter_client names itself, so that answers on stdin find the client of shell.
      socket.setOption(ZMQ_ROUTING_ID, Array(session.utf8))
      if channel == .iopub, subscribe { socket.setOption(ZMQ_SUBSCRIBE, []) }
      // What a kernel has not read when the test is over does not matter.
      socket.setOption(ZMQ_LINGER, 0)
      try socket.connect(connection.endpoint(of: channel))
      sockets[channel] = socket
    }
  }

  deinit {
    for socket in sockets.values { socket.close() }
    context.terminate()
  }

  /// The frames of a signed request.
  func frames(
    _ type: String, _ content: JSON = [:], id: String? = nil, metadata: JSON = [:]
  ) -> [[UInt8]] {
    sentCount += 1
    let header: JSON = [
      "msg_id": .string(id ?? "\(session)-\(sentCount)"), "msg_type": .string(type),
      "username": "tester", "session": .string(session), "version": "5.3",
      "date": "2026-11-21T00:00:00Z", "an unknown field": [1, 2.5, nil],
    ]
    let signed = [header.bytes, Array("{}".utf8), metadata.bytes, content.bytes]
    return [MessageCodec.delimiter, signer.sign(signed[...])] + signed
  }

  func send(raw frames: [[UInt8]], on channel: ConnectionInfo.Channel = .shell) throws {
    guard try sockets[channel]!.send(frames) else { throw Timeout() }
  }

  /// Sends a request and returns its id.
  @discardableResult
  func send(
    _ type: String, _ content: JSON = [:], on channel: ConnectionInfo.Channel = .shell
  ) throws -> String {
    try send(raw: frames(type, content), on: channel)
    return "\(session)-\(sentCount)"
  }

  @discardableResult
  func execute(
    _ code: String, silent: Bool = false, storeHistory: Bool = true, allowStdin: Bool = false,
    stopOnError: Bool = true
  ) throws -> String {
    try send(
      "execute_request",
      [
        "code": .string(code), "silent": .bool(silent), "store_history": .bool(storeHistory),
        "user_expressions": [:], "allow_stdin": .bool(allowStdin),
        "stop_on_error": .bool(stopOnError),
      ])
  }

  /// The next message of a channel.
  func receive(
    _ channel: ConnectionInfo.Channel = .shell, within seconds: Double = 20
  ) async throws -> ClientMessage {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if case .frames(let frames) = try sockets[channel]!.receive() { return try parse(frames) }
      guard ContinuousClock.now < deadline else { throw Timeout() }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  private func parse(_ frames: [[UInt8]]) throws -> ClientMessage {
    let start = frames.firstIndex(of: MessageCodec.delimiter)!
    let parts = frames[(start + 2)...]
    guard signer.sign(parts.prefix(4)) == frames[start + 1] else {
      throw MessageError("the kernel's signature is wrong")
    }
    let json = try parts.prefix(4).map { try JSON(parsing: $0) }
    return ClientMessage(
      identities: Array(frames[..<start]), type: json[0]["msg_type"]!.string!, header: json[0],
      parentID: json[1]["msg_id"]?.string, parentHeader: frames[start + 3], content: json[3])
  }

  /// What is published about a request, from busy to idle.
  func published(about id: String) async throws -> [ClientMessage] {
    var messages: [ClientMessage] = []
    while true {
      let message = try await receive(.iopub)
      guard message.parentID == id else { continue }
      messages.append(message)
      if message.label == "idle" { return messages }
    }
  }

  /// Waits until subscribed: from here on nothing that is published is missed.
  func waitForWelcome() async throws {
    while try await receive(.iopub).type != "iopub_welcome" {}
  }

  /// What the heartbeat sends back within a second.
  static func heartbeat(_ connection: ConnectionInfo, _ bytes: [UInt8]) async throws -> [UInt8] {
    let context = try ZMQContext()
    let socket = try ZMQSocket(context, ZMQ_REQ)
    defer {
      socket.close()
      context.terminate()
    }
    try socket.connect(connection.endpoint(of: .heartbeat))
    _ = try socket.send([bytes])
    for _ in 0..<1000 {
      if case .frames(let frames) = try socket.receive() { return frames[0] }
      try await Task.sleep(for: .milliseconds(1))
    }
    throw Timeout()
  }
}
