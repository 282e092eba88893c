import Testing

@testable import CellEngine

@Suite struct DiagnosticTests {
  /// Messages are read with place and underline; what the compiler quotes is left out.
  @Test func parsing() {
    let text = """
      Cell 3:2:9: error: cannot find 'foo' in scope
      let y = foo
              ^~~
      <unknown>:0: warning: odd
      """
    #expect(
      Diagnostic.parse(text) == [
        Diagnostic(
          severity: .error, message: "cannot find 'foo' in scope", file: "Cell 3", line: 2,
          column: 9, width: 3),
        Diagnostic(
          severity: .warning, message: "odd", file: nil, line: 0, column: 0, width: 1),
      ])
  }

  /// A diagnostic is drawn on the user's line, with the caret under the user's column.
  @Test func rendering() {
    let plan = CellPlan("let a = 1\n값 + foo")
    let renderer = DiagnosticRenderer(
      plan: { $0 == "Cell 3" ? plan : nil }, label: { $0 == "Cell5" ? 3 : nil })
    let diagnostic = Diagnostic(
      severity: .error, message: "cannot find 'foo' in scope", file: "Cell 3", line: 2,
      column: 7 + "__show(".utf8.count, width: 3)
    let lines = renderer.lines(diagnostic).map(plain)
    #expect(
      lines == [
        "cell 3, line 2: error: cannot find 'foo' in scope",
        "2 | 값 + foo",
        "  |      ^~~",
      ])
    #expect(renderer.summary(diagnostic) == "cell 3, line 2: cannot find 'foo' in scope")
  }

  /// Warnings about what the engine inserted go, with their notes; the user's own stay.
  @Test func filtering() {
    let plan = CellPlan("f()")
    let renderer = DiagnosticRenderer(plan: { $0 == "Cell 1" ? plan : nil }, label: { _ in nil })
    func diagnostic(_ severity: Diagnostic.Severity, _ column: Int, _ file: String?) -> Diagnostic {
      Diagnostic(severity: severity, message: "m", file: file, line: 1, column: column, width: 1)
    }
    let inserted = diagnostic(.warning, 1, "Cell 1")
    let note = diagnostic(.note, 8, "Cell 1")
    let own = diagnostic(.warning, 8, "Cell 1")
    let unseen = diagnostic(.note, 1, nil)
    #expect(renderer.aboutTheUsersCode([inserted, note, own, note, unseen]) == [own, note])
  }

  /// Modules are no business of the user; types of the same name are told apart by their cells.
  @Test func names() {
    let labels = ["Cell4": 3, "Cell9": 7]
    #expect(CellNames.withoutModules("no 'Cell4.Net.Part'") { labels[$0] } == "no 'Net.Part'")
    #expect(
      CellNames.withoutModules("'Cell4.Net' is not 'Cell9.Net'") { labels[$0] }
        == "'Net (cell 3)' is not 'Net (cell 7)'")
  }

  private func plain(_ text: String) -> String { text.replacing(/\u{1b}\[[0-9;]*m/, with: "") }
}
