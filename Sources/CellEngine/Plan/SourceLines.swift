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

  /// A text as the compiler reads it, byte for byte as long but for a mark of byte order, which
  /// would no longer stand at the beginning: a carriage return alone ends a line.
  static func normalized(_ text: String) -> String {
    let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard text.utf8.contains(cr) || text.utf8.starts(with: mark) else { return text }
    var bytes = Array(text.utf8)
    for index in bytes.indices
    where bytes[index] == cr && (index + 1 == bytes.count || bytes[index + 1] != lf) {
      bytes[index] = lf
    }
    if bytes.starts(with: mark) { bytes.removeFirst(mark.count) }
    return String(decoding: bytes, as: UTF8.self)
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
