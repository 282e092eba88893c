import Display
import Testing

/// The bytes that reach the worker.
@Suite struct PayloadTests {
  /// Fields follow one another, each after its length in four bytes.
  @Test func bundle() {
    let bundle = MIMEBundle.png([1, 2, 3], width: 4, height: 5).merging(.text("é"))
    let fields = split(Payload.bundle(bundle, id: "a"))
    #expect(
      fields == [
        Array("a".utf8), Array(#"{"image/png": {"width": 4, "height": 5}}"#.utf8),
        Array("image/png".utf8), Array("b".utf8), [1, 2, 3],
        Array("text/plain".utf8), Array("t".utf8), Array("é".utf8),
      ])
    #expect(Array(Payload.bundle(bundle, id: "a")[..<5]) == [1, 0, 0, 0, UInt8(ascii: "a")])
  }

  /// No metadata is an empty field, and a request to clear is one digit.
  @Test func smallest() {
    #expect(split(Payload.bundle(.text(""), id: "")).count == 5)
    #expect(Payload.bundle(MIMEBundle(), id: "") == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(Payload.clear(wait: true) == [1, 0, 0, 0, UInt8(ascii: "1")])
    #expect(Payload.clear(wait: false) == [1, 0, 0, 0, UInt8(ascii: "0")])
  }

  private func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      fields.append(Array(rest.dropFirst(4).prefix(count)))
      rest = rest.dropFirst(4 + count)
    }
    return fields
  }
}
