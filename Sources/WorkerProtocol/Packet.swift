/// One message between kernel and worker: a kind and a payload, sent as a 32-bit little-endian
/// length (of both), the kind, the payload.
public struct Packet: Equatable, Sendable {
  /// What the payload is: a command's or an event's number.
  public var kind: UInt8
  /// What the kind needs to know.
  public var payload: [UInt8]

  /// A packet to send.
  public init(kind: UInt8, payload: [UInt8] = []) {
    self.kind = kind
    self.payload = payload
  }

  /// The bytes to send.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(payload.count + 5)
    bytes.appendLength(payload.count + 1)
    bytes.append(kind)
    return bytes + payload
  }
}

/// Puts packets together again from bytes as they arrive.
public struct PacketReader: Sendable {
  /// Nothing that a cell shows is larger; a longer announcement is noise on the line.
  public static let maximumLength = 1 << 30

  private var buffer: [UInt8] = []
  private var start = 0

  /// A reader that has seen nothing yet.
  public init() {}

  /// Adds what was read.
  public mutating func append(_ bytes: some Collection<UInt8>) { buffer += bytes }

  /// The next whole packet, or `nil` until more bytes arrive.
  ///
  /// - Throws: `PacketError` when the line carries something that is no packet.
  public mutating func next() throws(PacketError) -> Packet? {
    var rest = buffer[start...]
    guard let length = rest.popLength() else { return nil }
    guard length >= 1, length <= Self.maximumLength else { throw PacketError(length: length) }
    guard rest.count >= length else { return nil }
    let packet = Packet(
      kind: rest[rest.startIndex], payload: Array(rest.dropFirst().prefix(length - 1)))
    start += 4 + length
    if start > buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
    return packet
  }
}

/// An announced length that no packet can have.
public struct PacketError: Error, CustomStringConvertible {
  /// What was announced.
  public let length: Int

  /// What is wrong with it.
  public var description: String {
    "a packet of \(length) bytes was announced; 1 to \(PacketReader.maximumLength) are possible"
  }
}
