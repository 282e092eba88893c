extension JSONParser {
  static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// Parses a number whose first byte, a digit or a minus, comes next.
  mutating func parseNumber() throws -> JSON {
    let start = position
    var isInteger = true
    if current == UInt8(ascii: "-") { position += 1 }
    guard Self.isDigit(current) else { throw failure("a digit is expected") }
    let hasLeadingZero = current == UInt8(ascii: "0")
    position += 1
    if hasLeadingZero, Self.isDigit(current) { throw failure("a number starts with 0") }
    while Self.isDigit(current) { position += 1 }
    if current == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      guard Self.isDigit(current) else { throw failure("a digit is expected") }
      while Self.isDigit(current) { position += 1 }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      guard Self.isDigit(current) else { throw failure("a digit is expected") }
      while Self.isDigit(current) { position += 1 }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .int(value) }
    // Overflow is infinity and underflow zero, as in Python.
    guard let value = Double(text) else { throw failure("a number is expected") }
    return .double(value)
  }
}
