/// A source text, line by line.
struct SourceLines: Sendable {
  let text: String
  /// Where each line begins, in bytes.
  private let starts: [Int]
  private let count: Int

  init(_ text: String) {
    self.text = text
    var starts = [0]
    var offset = 0
    for byte in text.utf8 {
      offset += 1
      if byte == UInt8(ascii: "\n") { starts.append(offset) }
    }
    self.starts = starts
    count = offset
  }

  /// The bytes of a line (from 1) without its line break, or `nil` when there is no such line.
  func byteRange(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    let end = line < starts.count ? starts[line] - 1 : count
    return starts[line - 1]..<end
  }

  /// How many lines there are; an empty text has one.
  var lineCount: Int { starts.count }

  /// The text of a line (from 1), or `nil` when there is no such line.
  func line(_ line: Int) -> String? {
    guard let range = byteRange(ofLine: line) else { return nil }
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\r") ? String(text.dropLast()) : text
  }
}
