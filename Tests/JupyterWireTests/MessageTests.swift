import Testing

@testable import JupyterWire

struct MessageTests {
  private let key = Array("Jefe".utf8)

  /// The signature is HMAC-SHA256 over the frames one after the other (RFC 4231, test case 2).
  @Test func knownSignature() {
    let signer = MessageSigner(key: key)
    let frames = ["what do ya want ", "for ", "nothing", "?"].map { Array($0.utf8) }
    let signature = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    #expect(String(decoding: signer.sign(frames[...]), as: UTF8.self) == signature)
    #expect(signer.verify(Array(signature.utf8), of: frames[...]) != nil)
    #expect(signer.verify(Array(signature.uppercased().utf8), of: frames[...]) != nil)
    #expect(signer.verify(Array(signature.dropLast().utf8), of: frames[...]) == nil)
    #expect(signer.verify(Array(("6" + signature.dropFirst()).utf8), of: frames[...]) == nil)
    #expect(signer.verify([], of: frames[...]) == nil)
  }

  /// Without a key nothing is signed and everything is believed.
  @Test func noKey() throws {
    var codec = MessageCodec(key: [], session: "s")
    let frames = codec.encode(
      OutgoingMessage(channel: .shell, type: "t", parent: .none, content: [:]))
    #expect(frames[1].isEmpty)
    #expect(try codec.decode(frames, from: .shell).type == "t")
    #expect(try codec.decode(frames, from: .shell).type == "t")
  }

  /// A message comes apart as it was put together, and its parent's header is kept to the byte.
  @Test func roundTrip() throws {
    var sender = MessageCodec(key: key, session: "sender")
    var receiver = MessageCodec(key: key, session: "receiver")
    let parent = Parent(identities: [[0, 1], [2]], header: Array("{ \"x\" :1}".utf8))
    let frames = sender.encode(
      OutgoingMessage(
        channel: .shell, type: "a_reply", parent: parent, metadata: ["m": 1], content: ["c": 2]))
    #expect(frames[4] == Array("{\"m\":1}".utf8) || frames[5] == parent.header)
    #expect(frames.contains(parent.header))
    let message = try receiver.decode(frames + [[9, 9]], from: .control)
    #expect(message.channel == .control)
    #expect(message.type == "a_reply")
    #expect(message.parent.identities == parent.identities)
    #expect(message.metadata == ["m": 1])
    #expect(message.content == ["c": 2])
  }

  /// Two equal messages never have the same signature.
  @Test func signaturesDiffer() {
    var codec = MessageCodec(key: key, session: "s")
    let message = OutgoingMessage(channel: .iopub, type: "status", parent: .none, content: [:])
    let signatures = (0..<100).map { _ in codec.encode(message)[2] }
    #expect(Set(signatures).count == 100)
  }

  /// Each way in which frames can be wrong has a reason of its own.
  @Test func refusals() throws {
    var codec = MessageCodec(key: key, session: "s")
    let signer = MessageSigner(key: key)
    func refusal(_ parts: [String], signature: [UInt8]? = nil) -> String? {
      let signed = parts.map { Array($0.utf8) }
      let frames =
        [[7], MessageCodec.delimiter, signature ?? signer.sign(signed[...])] + signed
      do {
        _ = try codec.decode(frames, from: .shell)
        return nil
      } catch {
        return "\(error)"
      }
    }
    let header = #"{"msg_id":"1","msg_type":"t"}"#
    #expect(refusal([header, "{}", "{}", "{}"]) == nil)
    #expect(refusal([header, "{}", "{}", "{}"]) == "repeated: its signature was seen before")
    #expect(refusal([header, "{}", "{}", "{}"], signature: []) == "not signed")
    #expect(refusal([header, "{}", "{}", "{}"], signature: [1, 2]) == "wrong signature")
    #expect(refusal([header, "{}", "{}"]) == "4 frames after <IDS|MSG> instead of at least 5")
    #expect(refusal(["[]", "{}", "{}", "{}"]) == "its header is not an object")
    #expect(refusal(["{}", "{}", "{}", "{}"]) == "its header lacks msg_type or msg_id")
    #expect(
      refusal([#"{"msg_id":1,"msg_type":"t"}"#, "{}", "{}", "{}"])
        == "its header lacks msg_type or msg_id")
    #expect(refusal([header, "null", "{}", "{}"]) == "its parent header is not an object")
    #expect(
      refusal([header, "{}", "{}", "{"]) == "its content is not valid JSON")
    #expect(
      throws: MessageError("no <IDS|MSG> among 1 frames"),
      performing: { try codec.decode([[1]], from: .shell) })
  }

  /// The guard forgets the oldest signature first and keeps no more than it may.
  @Test func replayGuardIsBounded() {
    var replays = ReplayGuard(capacity: 2)
    let accepted = [1, 2, 1, 3, 1, 3].map { replays.insert([$0]) }
    #expect(accepted == [true, true, false, true, true, false])
  }

  /// Dates are ISO 8601 in UTC.
  @Test func dates() {
    #expect(
      Timestamp.text(seconds: 951_782_400, microseconds: 42) == "2000-02-29T00:00:00.000042Z")
  }
}
