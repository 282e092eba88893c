import Testing

@testable import CellEngine

@Suite struct SourceEditsTests {
  /// Text is inserted before the byte it is given for, in the order of insertion.
  @Test func insertion() {
    var edits = SourceEdits()
    edits.insert("b", at: 3)
    edits.insert("a", at: 0)
    edits.insert("c", at: 3)
    #expect(edits.applied(to: "한x") == "a한bcx")
  }

  /// A column behind insertions is the column of the same character in the user's line.
  @Test func columnBehindInsertions() {
    let source = SourceLines("one\nlet x = f(y)\n")
    var edits = SourceEdits()
    edits.insert("show(", at: 12)
    edits.insert(")", at: 16)
    #expect(edits.applied(to: source.text) == "one\nlet x = show(f(y))\n")
    #expect(edits.originalColumn(5, line: 2, in: source) == 5)
    #expect(edits.originalColumn(14, line: 2, in: source) == 9)
    #expect(edits.originalColumn(16, line: 2, in: source) == 11)
    #expect(edits.originalColumn(2, line: 1, in: source) == 2)
  }

  /// A column inside of an insertion is the place where it was inserted.
  @Test func columnInsideInsertion() {
    let source = SourceLines("f(y)")
    var edits = SourceEdits()
    edits.insert("show(", at: 0)
    #expect(edits.originalColumn(1, line: 1, in: source) == 1)
    #expect(edits.originalColumn(4, line: 1, in: source) == 1)
    #expect(edits.isInserted(1, line: 1, in: source))
    #expect(!edits.isInserted(6, line: 1, in: source))
  }

  /// Lines are found with and without a line break at the end, and carriage returns are not theirs.
  @Test func lines() {
    let source = SourceLines("a\r\n\nlast")
    #expect(source.line(1) == "a")
    #expect(source.line(2) == "")
    #expect(source.line(3) == "last")
    #expect(source.line(4) == nil)
    #expect(source.line(0) == nil)
  }
}
