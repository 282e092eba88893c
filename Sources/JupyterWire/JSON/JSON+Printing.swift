extension JSON: CustomStringConvertible {
  /// The value as JSON text (RFC 8259) on one line, without spaces.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The value as JSON text in UTF-8.
  ///
  /// **Edge cases:** JSON has no infinity and no NaN. They become `null`, since browsers refuse the
  /// words that Python writes for them.
  public var bytes: [UInt8] {
    var text: [UInt8] = []
    write(to: &text)
    return text
  }

  private func write(to text: inout [UInt8]) {
    switch self {
    case .null: text.append(contentsOf: "null".utf8)
    case .bool(let value): text.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): text.append(contentsOf: String(value).utf8)
    case .double(let value):
      text.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        element.write(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let object):
      text.append(UInt8(ascii: "{"))
      for (index, (key, value)) in object.elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        Self.write(key, to: &text)
        text.append(UInt8(ascii: ":"))
        value.write(to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    let bytes = Array(string.utf8)
    // What needs no escape is copied in runs: a picture is one long string.
    var start = 0
    for (index, byte) in bytes.enumerated() where needsEscape(byte) {
      text.append(contentsOf: bytes[start..<index])
      text.append(contentsOf: escape(byte))
      start = index + 1
    }
    text.append(contentsOf: bytes[start...])
    text.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\n"): return Array("\\n".utf8)
    case UInt8(ascii: "\r"): return Array("\\r".utf8)
    case UInt8(ascii: "\t"): return Array("\\t".utf8)
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    default: return [UInt8(ascii: "\\"), byte]
    }
  }
}
