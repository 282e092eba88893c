import Testing

@testable import JupyterWire

struct JSONTests {
  /// Every kind of value survives parsing and printing.
  @Test func roundTrip() throws {
    let text = #"{"":[],"a":{"x":"é\"\\\n\u0001😀/"},"b":[1,-2.5,true,false,null]}"#
    #expect(try JSON(parsing: Array(text.utf8)).description == text)
  }

  /// Escapes and surrogate pairs are decoded.
  @Test func escapes() throws {
    let text = #""\u0041\ud83d\ude00\/\b\f""#
    #expect(try JSON(parsing: Array(text.utf8)) == .string("A😀/\u{8}\u{C}"))
  }

  /// Integers stay integers, large ones become doubles, and truth values are no numbers.
  @Test func numbers() throws {
    func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }
    #expect(try parse("9223372036854775807") == .int(.max))
    #expect(try parse("9223372036854775808") == .double(9_223_372_036_854_775_808))
    #expect(try parse("-0.5e1").double == -5)
    #expect(try parse("[0,1,true]") == .array([.int(0), .int(1), .bool(true)]))
    #expect(try parse("2.0").int == 2)
    #expect(JSON.array([.double(.nan), .double(.infinity)]).description == "[null,null]")
  }

  /// What is not JSON is refused.
  @Test(arguments: [
    "", "{\"a\" 1}", "{a:1}", "[1 2]", "01", "1.", "-", "tru", "\"a", "\"\u{1}\"", "\"\\x\"",
    "\"\\u12g4\"", "{} {}", "NaN",
  ])
  func errors(text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
  }

  /// Invalid UTF-8 and nesting without end are refused.
  @Test func hostileText() {
    #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONError.self) { try JSON(parsing: deep) }
  }

  /// Random changes to a good text give a value or an error, never a crash.
  @Test func randomChanges() {
    let text = Array(#"{"a":[1,2.5e3,"x\u00e9\n",true,null,{"b":"c"}],"d":-0.1}"#.utf8)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255)
      }
      _ = try? JSON(parsing: Array(bytes.prefix(Int.random(in: 0...bytes.count))))
    }
  }
}

extension JSON {
  fileprivate var double: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }
}
