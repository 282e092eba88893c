/// Text that is inserted into a cell's source without moving any line.
///
/// The compiler then speaks of the cell's own lines, and a column is put right by taking off what
/// was inserted before it.
struct SourceEdits {
  private var insertions: [(offset: Int, text: String)] = []
  private var blanks: [Range<Int>] = []

  /// Inserts `text`, which holds no line break, before the byte at `offset`.
  ///
  /// What is inserted later at the same place comes later.
  mutating func insert(_ text: String, at offset: Int) {
    let index = insertions.firstIndex { $0.offset > offset } ?? insertions.count
    insertions.insert((offset, text), at: index)
  }

  /// Puts spaces in place of a word, which moves nothing.
  mutating func blank(_ range: Range<Int>) { blanks.append(range) }

  /// Puts spaces in place of a piece of source, with all that was inserted in it.
  mutating func drop(_ range: Range<Int>) {
    insertions.removeAll { range.contains($0.offset) }
    blank(range)
  }

  /// The source with all edits.
  func applied(to source: String) -> String {
    var result: [UInt8] = []
    var bytes = Array(source.utf8)
    for range in blanks {
      for index in range.clamped(to: bytes.indices) where bytes[index] != UInt8(ascii: "\n") {
        bytes[index] = UInt8(ascii: " ")
      }
    }
    var position = 0
    for (offset, text) in insertions {
      result += bytes[position..<offset]
      result += text.utf8
      position = offset
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }

  /// The column (in bytes, from 1) in `source` of a column in the edited text of the same line.
  func originalColumn(_ column: Int, line: Int, in source: SourceLines) -> Int {
    guard let range = source.byteRange(ofLine: line) else { return column }
    var original = column - 1
    for (offset, text) in insertions where range.contains(offset) || offset == range.upperBound {
      let start = offset - range.lowerBound
      if original <= start { break }
      original = max(start, original - text.utf8.count)
    }
    return original + 1
  }

  /// The column (in bytes, from 1) in the edited text of a column of the same line in `source`.
  func editedColumn(_ column: Int, line: Int, in source: SourceLines) -> Int {
    guard let range = source.byteRange(ofLine: line) else { return column }
    let place = range.lowerBound + column - 1
    let before = insertions.filter { $0.offset >= range.lowerBound && $0.offset <= place }
    return column + before.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// Whether a column (in bytes, from 1) of the edited text lies in something that was inserted.
  func isInserted(_ column: Int, line: Int, in source: SourceLines) -> Bool {
    inserted(column, line: line, in: source) != nil
  }

  /// What was inserted at a column (in bytes, from 1) of the edited text.
  func inserted(_ column: Int, line: Int, in source: SourceLines) -> String? {
    guard let range = source.byteRange(ofLine: line) else { return nil }
    var shift = 0
    for (offset, text) in insertions where range.contains(offset) || offset == range.upperBound {
      let start = offset - range.lowerBound + shift
      if (start..<start + text.utf8.count).contains(column - 1) { return text }
      shift += text.utf8.count
    }
    return nil
  }
}
