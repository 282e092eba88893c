import Testing

@testable import CellEngine

@Suite struct CompletenessTests {
  /// Whole cells can be run.
  @Test(arguments: ["", "let a = 1", "print(1)\n", "func f() {\n}\n", "\"\"\"\nhi\n\"\"\""])
  func complete(text: String) { #expect(Completeness(of: text) == .complete) }

  /// What ends too early needs more lines, indented by its open brackets.
  @Test(arguments: [
    ("func f() {", "  "), ("let a =", ""), ("print(1,", "  "), ("if true {\n  f([", "      "),
    ("\"\"\"\nhi", ""), ("/* a", ""), ("class A {\n  func f() {\n  }", "  "),
  ])
  func incomplete(text: String, indent: String) {
    #expect(Completeness(of: text) == .incomplete(indent: indent))
  }

  /// What more lines could not mend is invalid.
  @Test(arguments: ["let 1 = 2\nprint(3)", "}", "func 3() { }", "1 2"])
  func invalid(text: String) { #expect(Completeness(of: text) == .invalid) }

  /// What is nested deeper than the compiler allows is left to the compiler, and at once.
  @Test(arguments: ["[", "(", "{", "-", "!", "x.a"])
  func deepNesting(piece: String) {
    let text = String(repeating: piece, count: 3_000)
    if "[({".contains(piece) { #expect(Completeness(of: text) == .invalid) }
    let plan = withDeepStack { CellPlan(text) }
    #expect(!plan.isEmpty)
  }
}
