extension JSON {
  /// Parses JSON text in UTF-8.
  ///
  /// Takes what RFC 8259 allows and the words `NaN`, `Infinity` and `-Infinity`, which Python
  /// writes. Integers that do not fit in 64 bits become doubles.
  ///
  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - maximumDepth: How many arrays and objects may be nested.
  /// - Throws: ``JSONError`` with the offset of the first byte that is wrong: bad syntax, invalid
  ///   UTF-8, too deep nesting, or anything after the value.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 256) throws {
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    self = try parser.parseDocument()
  }
}

/// Why a text is not JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public let reason: String
  /// Where: the number of bytes before it.
  public let offset: Int

  /// The reason and the place in one line.
  public var description: String { "\(reason) at byte \(offset)" }
}
