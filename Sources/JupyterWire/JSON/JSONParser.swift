/// A recursive descent over JSON text.
///
/// The recursion is bounded by `maximumDepth`.
struct JSONParser {
  let bytes: [UInt8]
  private let maximumDepth: Int
  var position = 0
  private var depth = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func parseDocument() throws -> JSON {
    let value = try parseValue()
    skipWhitespace()
    guard position == bytes.count else { throw failure("unexpected text after the value") }
    return value
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func failure(_ reason: String) -> JSONError {
    JSONError(reason: reason, offset: position)
  }

  private mutating func skipWhitespace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// Moves over `byte` if it comes next, after white space.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipWhitespace()
    guard current == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, word.description.utf8.elementsEqual(bytes[position..<end]) else {
      return false
    }
    position = end
    return true
  }

  private mutating func parseValue() throws -> JSON {
    skipWhitespace()
    switch current {
    case UInt8(ascii: "{"): return try nested { try $0.parseObject() }
    case UInt8(ascii: "["): return try nested { try $0.parseArray() }
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t") where take(word: "true"): return .bool(true)
    case UInt8(ascii: "f") where take(word: "false"): return .bool(false)
    case UInt8(ascii: "n") where take(word: "null"): return .null
    case UInt8(ascii: "N") where take(word: "NaN"): return .double(.nan)
    case UInt8(ascii: "I") where take(word: "Infinity"): return .double(.infinity)
    case UInt8(ascii: "-") where take(word: "-Infinity"): return .double(-.infinity)
    case .some(let byte) where byte == UInt8(ascii: "-") || Self.isDigit(byte):
      return try parseNumber()
    case nil: throw failure("the text ends where a value is expected")
    default: throw failure("a value is expected")
    }
  }

  private mutating func nested(_ parse: (inout JSONParser) throws -> JSON) throws -> JSON {
    guard depth < maximumDepth else { throw failure("nested deeper than \(maximumDepth)") }
    depth += 1
    defer { depth -= 1 }
    position += 1
    return try parse(&self)
  }

  private mutating func parseArray() throws -> JSON {
    var elements: [JSON] = []
    if take("]") { return .array(elements) }
    repeat { elements.append(try parseValue()) } while take(",")
    guard take("]") else { throw failure("\",\" or \"]\" is expected") }
    return .array(elements)
  }

  private mutating func parseObject() throws -> JSON {
    var object = JSONObject()
    if take("}") { return .object(object) }
    repeat {
      skipWhitespace()
      guard current == UInt8(ascii: "\"") else { throw failure("a key is expected") }
      let key = try parseString()
      guard take(":") else { throw failure("\":\" is expected") }
      object.append(key, try parseValue())
    } while take(",")
    guard take("}") else { throw failure("\",\" or \"}\" is expected") }
    return .object(object)
  }
}
