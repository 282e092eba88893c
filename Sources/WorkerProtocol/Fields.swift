/// A list of byte strings as it travels between kernel and worker: each is a 32-bit little-endian
/// length and that many bytes.
public struct Fields: Equatable, Sendable {
  /// The byte strings, in order.
  public var items: [[UInt8]]

  /// Fields of the given byte strings.
  public init(_ items: [[UInt8]] = []) { self.items = items }

  /// Fields of the given texts, as UTF-8.
  public init(_ texts: String...) { items = texts.map { Array($0.utf8) } }

  /// Reads fields off a payload.
  ///
  /// Returns `nil` when a length does not fit what is there.
  public init?(payload: some Collection<UInt8>) {
    var items: [[UInt8]] = []
    var rest = payload[...]
    while !rest.isEmpty {
      guard let length = rest.popLength(), length <= rest.count else { return nil }
      items.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    self.items = items
  }

  /// The bytes to send.
  public var payload: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(items.reduce(0) { $0 + 4 + $1.count })
    for item in items {
      bytes.appendLength(item.count)
      bytes += item
    }
    return bytes
  }

  /// The field at `index` as text, with malformed UTF-8 repaired, or `""` where there is none.
  public func text(_ index: Int) -> String {
    items.indices.contains(index) ? String(decoding: items[index], as: UTF8.self) : ""
  }
}

extension Collection<UInt8> where SubSequence == Self {
  /// Takes a 32-bit little-endian length off the front, or returns `nil` when fewer bytes are left.
  mutating func popLength() -> Int? {
    guard count >= 4 else { return nil }
    let length = prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    self = dropFirst(4)
    return length
  }
}

extension [UInt8] {
  mutating func appendLength(_ length: Int) {
    for shift in stride(from: 0, to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: UInt32(length) >> shift))
    }
  }
}
