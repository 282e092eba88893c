/// Makes text of bytes that arrive in pieces, without breaking a character in two.
struct TextStream {
  private var rest: [UInt8] = []

  /// The text that is complete after these bytes; malformed bytes are replaced by U+FFFD.
  mutating func text(adding bytes: some Collection<UInt8>) -> String {
    rest += bytes
    let whole = rest.count - Self.unfinished(rest)
    defer { rest.removeFirst(whole) }
    return String(decoding: rest[..<whole], as: UTF8.self)
  }

  /// What is left when nothing more comes.
  mutating func end() -> String {
    defer { rest = [] }
    return String(decoding: rest, as: UTF8.self)
  }

  /// How many bytes at the end begin a character whose other bytes are still to come.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0b1100_0000 == 0b1000_0000 { continue }
      let length = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : byte >= 0b1100_0000 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }
}
