import Testing

@testable import CellEngine

@Suite struct CellPlanTests {
  /// The last expression is shown; what ends with a semicolon, assigns or declares is not.
  @Test(arguments: [
    ("let a = 1\na + 1", "let a = 1\n__show(a + 1)"),
    ("a + 1;", "a + 1;"),
    ("a = 1", "a = 1"),
    ("let a = 1", "let a = 1"),
    ("f() // why", "__show(f()) // why"),
    ("try f()", "__show(try f())"),
    ("", ""),
    ("// nothing", "// nothing"),
  ])
  func result(text: String, expected: String) {
    #expect(CellPlan(text).instrumentedText == expected)
  }

  /// Every loop gets a safe point at its head, on the same line.
  @Test func safePoints() {
    let text = "for i in xs {\n  while true { break }\n}\nrepeat { } while false"
    let expected =
      "for i in xs { __poll();\n  while true { __poll(); break }\n}\nrepeat { __poll(); } while false"
    #expect(CellPlan(text).instrumentedText == expected)
  }

  /// A loop over what a name stands for goes over pieces of it, if it is an array.
  @Test func pieces() {
    #expect(
      CellPlan("for x in net.layers where x > 0 { n += x }").instrumentedText
        == "for __c in __pieces(net.layers) { __poll(); for x in __c           where x > 0 "
        + "{ __pollEach(__c); if __looked() { __never() }; n += x }}")
    #expect(
      CellPlan("for x in xs { f(x) }").instrumentedText == "for x in xs { __poll(); f(x) }")
  }

  /// An innermost loop over a range is cut in pieces instead, which leaves its body as it was.
  @Test func chunks() {
    #expect(
      CellPlan("for i in 0..<n * 2 where i != 3 { f(i) } // c").instrumentedText
        == "for __c in __chunks(0..<n * 2) { if __polled(__c.lowerBound.__round) { __never() }; for i in __c          where i != 3 { f(i) }} // c"
    )
  }

  /// A loop that counts in a variable has its safe point in its body, with that variable.
  ///
  /// Any other `while` loop is made of two loops, or has one that costs more.
  @Test(arguments: [
    ("while i < n { i += 1 }", "if __polled(__round(i)) { __never() };"),
    ("while !done, i * i <= n { f(i); i = g(i) }", "if __polled(__round(i)) { __never() };"),
    ("while n > c.count { n -= 1; break }", "if __polled(__round(n)) { __never() };"),
    ("while m.count < n { m.append(1) }", "while m.count < n { __poll(); m.append"),
    ("while i < n { a[i] = 1; i += 1 }", "__again(&__n)"),
    ("while let x = next() { i = x }", "{ __poll(); i = x }"),
    ("while let x = next() { let k = 1; k += 1; i += x }", "__polled(__round(i))"),
    ("repeat { let k = 1; k += 1; i += 1 } while i < 3", "repeat { if __polled(__round(i))"),
    ("repeat { i = f(); i += 1 } while i < 3", "repeat { __poll(); i = f()"),
  ])
  func whileLoops(text: String, expected: String) {
    #expect(CellPlan(text).instrumentedText.contains(expected))
  }

  /// What changes a variable that outlives it looks at memory.
  ///
  /// So its count is there after a trap, be it a loop, a closure or a function that loops may call.
  /// Elements of an array that others can reach are there anyway.
  @Test(arguments: [
    ("func f() { n += 1 }", 1), ("func f() { let m = 1; g(m) }", 0), ("func f() { a[0] = 1 }", 0),
    ("func f() { var n = 0; n += 1; func g() { n += 1 } }", 0),
    ("func f() { var a = [1]; func g() { a[0] = 1; n += 1 } }", 2),
    ("xs.forEach { n += $0 }", 1), ("let c = { n }", 0),
    ("func f(_ a: inout [Int]) { a[0] = 1 }", 0),
    ("struct S { var n = 0\n  mutating func f() { for i in 0..<3 { n += 1; a[i] = n } } }", 2),
    ("struct S { var n: Int { get { m } set { m = newValue } } }", 1),
    ("for i in 0..<3 { n += 1; a[i] = n }", 0),
  ])
  func looks(text: String, count: Int) {
    #expect(CellPlan(text).instrumentedText.split(separator: SafePoint.look).count == count + 1)
  }

  /// The numbers of a stride go by in pieces too, unless something in the loop could take long.
  @Test func strides() {
    #expect(
      CellPlan("for j in stride(from: 0, to: n, by: 2) { let b = j }").instrumentedText
        == "for __c in __pieces(from: 0, to: n, by: 2) { __poll(); for j in __c"
        + String(repeating: " ", count: 30) + "{ __pollEach(__c); let b = j }}")
    let text = "for j in stride(from: 0, to: n, by: 2) { f(j) }"
    #expect(!CellPlan(text).instrumentedText.contains("__pieces"))
  }

  /// A loop that holds another, that is left by `break`, that has a label or goes over anything but
  /// a range of numbers keeps its safe point in the body.
  @Test(arguments: [
    "for i in 0..<3 { while f() { } }", "for i in 0..<3 { if i == 1 { break } }",
    "a: for i in 0..<3 { continue a }", "for i in 0... { f(i) }", "for x in xs { f(x) }",
    "for i in (0..<3).reversed() { f(i) }", "for i in a ? 0..<3 : 0..<4 { f(i) }",
  ])
  func noChunks(text: String) { #expect(!CellPlan(text).instrumentedText.contains("__chunks")) }

  /// `await` at the top level runs in a task; in a function it is left alone.
  @Test(arguments: [
    ("let r = await f()", "let r = __await { await f() }"),
    ("let r = try await f()", "let r = try __await { try await f() }"),
    ("func g() async { await f() }", "func g() async { await f() }"),
    ("await f()", "__show(__await { await f() })"),
    ("t = await f()", "t = __await { await f() }"),
    (
      "for await x in s { print(x) }", "__await { for await x in s { __poll(); print(x) } }"
    ),
  ])
  func topLevelAwait(text: String, expected: String) {
    #expect(CellPlan(text).instrumentedText == expected)
  }

  /// Imports are passed on to later cells, unless the user says how far they reach.
  @Test func imports() {
    let plan = CellPlan("import Foundation\n@testable import Tensors\ninternal import Glibc")
    #expect(plan.imports == ["Foundation", "Tensors", "Glibc"])
    #expect(
      plan.instrumentedText
        == "@_exported import Foundation\n@testable import Tensors\ninternal import Glibc")
  }

  /// What is private can be used in later cells.
  @Test func access() {
    #expect(
      CellPlan("private let a = 1\nstruct S { fileprivate var b = 2; private(set) var c = 3 }")
        .instrumentedText
        == "        let a = 1\nstruct S {             var b = 2; private(set) var c = 3 }")
  }

  /// Only code that can run more than once is worth optimising.
  @Test(arguments: [
    ("let a = 1", false), ("print(a)", false), ("for i in 0..<9 { }", true),
    ("func f() { }", true), ("xs.map { $0 + 1 }", true), ("struct S { let a: Int }", false),
  ])
  func optimization(text: String, expected: Bool) {
    #expect((CellPlan(text).optimization != .none) == expected)
  }

  /// Code that changes nothing but its functions' own variables is optimised without regard to
  /// traps.
  @Test(arguments: [
    (
      "func f() -> Int { var a = [3]; a.append(4); a[0] += 1; swap(&a[0], &a[1]); return a[0] }",
      true
    ),
    ("func f(_ a: [Int]) -> Int { a.map { $0 + Int.random(in: 0..<9) }.count }", true),
    ("struct P { var x: Int\n  init(y: Int) { x = y; x += 1 } }", true),
    ("for i in 0..<3 { var a = [i]; a.append(i) }", true),
    ("do { var n = 0; n += 1; func f() {} }", true),
    ("func f() { var rows = [[0]]; rows[0][0] += 1; for var n in rows[0] { n += 1 } }", true),
    ("func f(_ a: A) { a.train() }", true), ("func f(_ a: A) { a.steps += 1 }", false),
    ("func f() { let p = pointer; p[0] = 1 }", false), ("func f() { var a = b; a.x = 1 }", false),
    ("func f() { count += 1 }", false), ("func f() { list.append(1) }", false),
    ("func f(_ n: inout Int) { n += 1 }", false), ("func f() { update(&total) }", false),
    ("struct P { var x = 0\n  mutating func f() { x += 1 } }", false),
    ("class C { var x = 0\n  func f() { self.x = 1 } }", false),
    ("for i in 0..<3 { n = i }", false), ("var a = [1]\nfor i in 0..<3 { a.append(i) }", false),
    ("func f() -> () -> Int { var n = 0; return { n += 1; return n } }", false),
    ("func f() { (a, b) = (b, a) }", false), ("func f() { Store.shared.list.append(1) }", false),
  ])
  func lastingChanges(text: String, isFull: Bool) {
    #expect((CellPlan(text).optimization == .full) == isFull)
  }

  /// Variables are found in every pattern, with the byte before which they are set.
  @Test func variables() {
    let plan = CellPlan("let (a, b) = (1, 2)\nvar c = 3, d = 4\nfunc f() { let e = 5 }")
    #expect(plan.variables.map(\.name) == ["a", "b", "c", "d"])
    #expect(plan.variables.map(\.end) == [19, 19, 36, 36])
  }

  /// Nothing is compiled for blank cells and comments; a stray bracket is not nothing.
  @Test(arguments: [
    ("", true), (" \n\t", true), ("/* a */ // b", true), ("}", false), ("a", false),
  ])
  func emptiness(text: String, expected: Bool) {
    #expect(CellPlan(text).isEmpty == expected)
  }

  /// Cells that only run something are of no use to later ones.
  @Test(arguments: [
    ("1 + 1", false), ("print(1); for i in 0..<3 { let a = i }", false),
    ("do { let a = 1 }", false),
    ("x = 2", false), ("let a = 1", true), ("print(1)\nfunc f() {}", true), ("import Glibc", true),
    ("guard let a = b else { fatalError() }", true), ("#if DEBUG\nlet a = 1\n#endif", true),
    ("extension Int { var a: Int { 1 } }", true), ("#declaration(1)", true),
  ])
  func declarations(text: String, expected: Bool) {
    #expect(CellPlan(text).declares == expected)
  }

  /// Without instrumentation the text stays as it was typed, but for exported imports.
  @Test func bare() {
    let text = "for i in 0..<3 { }\n1 + 1"
    #expect(CellPlan(text, inserting: []).instrumentedText == text)
  }
}
