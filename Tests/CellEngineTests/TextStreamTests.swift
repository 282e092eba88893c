import Testing

@testable import CellEngine

@Suite struct TextStreamTests {
  /// However bytes are cut, characters arrive whole and in order.
  @Test(arguments: 1...7)
  func pieces(size: Int) {
    let text = "aé한🎈\r\nz한"
    var stream = TextStream()
    var result = ""
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let piece = stream.text(adding: rest.prefix(size))
      #expect(!piece.contains("\u{FFFD}"))
      result += piece
      rest = rest.dropFirst(size)
    }
    #expect(result + stream.end() == text)
  }

  /// Bytes that are no text are replaced, and nothing waits for ever.
  @Test func malformed() {
    var stream = TextStream()
    #expect(stream.text(adding: [0xFF, 0x41]) == "\u{FFFD}A")
    #expect(stream.text(adding: [0xE2, 0x82]) == "")
    #expect(stream.end() == "\u{FFFD}")
  }
}
