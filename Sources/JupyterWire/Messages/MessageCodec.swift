internal import Glibc

/// Turns frames into messages and messages into frames.
///
/// The layout is that of jupyter_client's `messaging.rst`, "The wire protocol": identities,
/// `<IDS|MSG>`, signature, header, parent header, metadata, content, buffers.
struct MessageCodec {
  static let delimiter = Array("<IDS|MSG>".utf8)
  static let protocolVersion = "5.5"

  /// Names this run of the kernel; a restarted kernel has another one.
  let session: String
  private let signer: MessageSigner
  private var replays = ReplayGuard()
  private var sentCount = 0

  init(key: [UInt8], session: String) {
    signer = MessageSigner(key: key)
    self.session = session
  }

  /// Checks a message and takes it apart.
  ///
  /// Nothing is parsed before the signature was found good, so that only a client that knows the
  /// key can make the kernel work.
  mutating func decode(
    _ frames: [[UInt8]], from channel: ConnectionInfo.Channel
  ) throws -> IncomingMessage {
    guard let start = frames.firstIndex(of: Self.delimiter) else {
      throw MessageError("no <IDS|MSG> among \(frames.count) frames")
    }
    let body = frames[(start + 1)...]
    guard body.count >= 5 else {
      throw MessageError("\(body.count) frames after <IDS|MSG> instead of at least 5")
    }
    let signed = body.dropFirst().prefix(4)
    guard let signature = signer.verify(body[body.startIndex], of: signed) else {
      throw MessageError(body[body.startIndex].isEmpty ? "not signed" : "wrong signature")
    }
    guard !signer.isSigning || replays.insert(signature) else {
      throw MessageError("repeated: its signature was seen before")
    }
    return try decode(Array(signed), identities: Array(frames[..<start]), from: channel)
  }

  private func decode(
    _ parts: [[UInt8]], identities: [[UInt8]], from channel: ConnectionInfo.Channel
  ) throws -> IncomingMessage {
    func object(_ index: Int, _ name: String) throws -> JSONObject {
      do {
        guard let object = try JSON(parsing: parts[index]).object else {
          throw MessageError("its \(name) is not an object")
        }
        return object
      } catch let error as JSONError {
        throw MessageError("its \(name) is \(error)")
      }
    }
    let header = try object(0, "header")
    _ = try object(1, "parent header")
    guard let type = header["msg_type"]?.string, let id = header["msg_id"]?.string else {
      throw MessageError("its header lacks msg_type or msg_id")
    }
    return IncomingMessage(
      channel: channel, type: type, id: id,
      parent: Parent(identities: identities, header: parts[0]),
      metadata: try object(2, "metadata"), content: try object(3, "content"))
  }

  /// The frames of a message, with a header of its own, so that no two are alike.
  mutating func encode(_ message: OutgoingMessage) -> [[UInt8]] {
    sentCount += 1
    let header: JSON = [
      "msg_id": "\(session)_\(getpid())_\(sentCount)", "msg_type": .string(message.type),
      "session": .string(session), "username": "kernel", "date": .string(Timestamp.now),
      "version": .string(Self.protocolVersion),
    ]
    let signed = [
      header.bytes, message.parent.header, JSON.object(message.metadata).bytes,
      JSON.object(message.content).bytes,
    ]
    let address =
      message.channel == .iopub
      ? [Array("kernel.\(session).\(message.type)".utf8)] : message.parent.identities
    return address + [Self.delimiter, signer.sign(signed[...])] + signed
  }
}
