/// What links a message to the request that caused it.
struct Parent: Sendable, Equatable {
  /// The ROUTER identities of the client that asked.
  var identities: [[UInt8]]
  /// The bytes of the request's header, sent back as they came.
  var header: [UInt8]

  /// No request: the kernel speaks by itself.
  static let none = Parent(identities: [], header: Array("{}".utf8))
}

/// A request, taken apart and found genuine.
struct IncomingMessage: Sendable, Equatable {
  var channel: ConnectionInfo.Channel
  var type: String
  var id: String
  var parent: Parent
  var metadata: JSONObject
  var content: JSONObject
}

/// A message to send.
struct OutgoingMessage: Sendable, Equatable {
  var channel: ConnectionInfo.Channel
  var type: String
  var parent: Parent
  var metadata: JSONObject = [:]
  var content: JSONObject
}

/// Why a message was dropped.
struct MessageError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
