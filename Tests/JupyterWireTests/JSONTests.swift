import Testing

@testable import JupyterWire

struct JSONTests {
  /// Every kind of value survives parsing and printing, members in their order.
  @Test func roundTrip() throws {
    let text = #"{"b":[1,-2.5,true,false,null],"a":{"x":"é\"\\\n\u0001😀"},"":[]}"#
    #expect(try JSON(parsing: Array(text.utf8)).description == text)
  }

  /// Escapes, surrogate pairs and lone surrogates are decoded.
  @Test func escapes() throws {
    let text = #""\u0041\ud83d\ude00\ud83d\/\b\f\ud83dA""#
    #expect(
      try JSON(parsing: Array(text.utf8)) == .string("A😀\u{FFFD}/\u{8}\u{C}\u{FFFD}A"))
  }

  /// Integers stay integers, large ones become doubles, and Python's words for the rest are read.
  @Test func numbers() throws {
    func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }
    #expect(try parse("9223372036854775807") == .int(.max))
    #expect(try parse("9223372036854775808") == .double(9_223_372_036_854_775_808))
    #expect(try parse("-0.5e1") == .double(-5))
    #expect(try parse("1e999") == .double(.infinity))
    #expect(try parse("[NaN, Infinity, -Infinity]").description == "[null,null,null]")
    #expect(try parse("2.0").int == 2)
  }

  /// What is not JSON is refused with the place where it stops being JSON.
  @Test(arguments: [
    ("", "the text ends where a value is expected at byte 0"),
    ("[1,]", "a value is expected at byte 3"),
    ("{\"a\" 1}", "\":\" is expected at byte 5"),
    ("{a:1}", "a key is expected at byte 1"),
    ("[1 2]", "\",\" or \"]\" is expected at byte 3"),
    ("01", "a number starts with 0 at byte 1"),
    ("1.", "a digit is expected at byte 2"),
    ("-", "a digit is expected at byte 1"),
    ("tru", "a value is expected at byte 0"),
    ("\"a", "a string does not end at byte 2"),
    ("\"\u{1}\"", "a control character in a string at byte 1"),
    ("\"\\x\"", "an unknown escape at byte 3"),
    ("\"\\u12g4\"", "four hexadecimal digits are expected at byte 5"),
    ("{} {}", "unexpected text after the value at byte 3"),
  ])
  func errors(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
    #expect(error?.description == message)
  }

  /// Invalid UTF-8 and nesting without end are refused.
  @Test func hostileText() {
    #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    let error = #expect(throws: JSONError.self) { try JSON(parsing: deep) }
    #expect(error?.description == "nested deeper than 256 at byte 256")
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

  /// Base64 agrees with the vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64Vectors(text: String, encoded: String) {
    #expect(base64(Array(text.utf8)) == encoded)
  }
}
