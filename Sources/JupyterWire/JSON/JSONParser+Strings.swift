extension JSONParser {
  /// Parses a string whose opening quote comes next.
  mutating func parseString() throws -> String {
    position += 1
    var text: [UInt8] = []
    while true {
      let start = position
      while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\")
      {
        position += 1
      }
      text.append(contentsOf: bytes[start..<position])
      switch current {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure("a string is not valid UTF-8")
        }
        return string
      case UInt8(ascii: "\\"):
        position += 1
        text.append(contentsOf: try parseEscape())
      case nil: throw failure("a string does not end")
      default: throw failure("a control character in a string")
      }
    }
  }

  /// The UTF-8 of an escape sequence, whose backslash has been read.
  private mutating func parseEscape() throws -> [UInt8] {
    guard let kind = current else { throw failure("a string does not end") }
    position += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [kind]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try parseScalar()).utf8)
    default: throw failure("an unknown escape")
    }
  }

  /// The character of `\uXXXX`, or of two of them that form a surrogate pair.
  ///
  /// A surrogate that stands alone, which JavaScript can send, becomes the replacement character.
  private mutating func parseScalar() throws -> Character {
    let first = try parseCodeUnit()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    let next = position
    if UTF16.isLeadSurrogate(first), current == UInt8(ascii: "\\"),
      position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let second = try parseCodeUnit()
      if UTF16.isTrailSurrogate(second) {
        return Character(UTF16.decode(.init([first, second])))
      }
      position = next
    }
    return "\u{FFFD}"
  }

  private mutating func parseCodeUnit() throws -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("four hexadecimal digits are expected")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
