/// How deep brackets may be nested.
enum Nesting {
  /// The parser's own limit.
  ///
  /// What is deeper is an error anyway, for which parser and compiler would take minutes: they look
  /// ahead again at every level.
  static let limit = 256

  /// How many `[` may follow one another.
  ///
  /// For each the parser looks ahead twice, which with twenty of them takes a minute.
  static let squareLimit = 12

  /// Whether a text is nested too deep to be parsed; brackets in strings count as well.
  static func isTooDeep(_ text: String) -> Bool {
    var depth = 0
    var squares = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["): squares += 1
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): break
      default: squares = 0
      }
      if squares > squareLimit { return true }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > limit { return true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
    }
    return false
  }
}
