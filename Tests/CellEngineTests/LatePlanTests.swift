import Testing

@testable import CellEngine

/// What is made of a cell so that older code follows it.
@Suite struct LatePlanTests {
  /// Plans cells one after the other, as modules Cell1, Cell2 ...
  private func plans(_ cells: String...) -> [CellPlan] {
    var bindings = LateBindings()
    return cells.enumerated().map { index, text in
      let plan = CellPlan(text) {
        LatePlan(
          $0, behind: bindings, mode: .keeping, module: "Cell\(index + 1)", label: index + 1)
      }
      bindings = plan.late?.bindings ?? bindings
      return plan
    }
  }

  /// A guard stands in the body, on the user's own line, and a twin behind the cell.
  @Test func function() {
    let plan = plans("func scale(_ x: Double, by y: Int = 2) throws -> Double { x * 2 }")[0]
    #expect(
      plan.instrumentedText
        == "func scale(_ x: Double, by y: Int = 2) throws -> Double { if case .some = __replaced(0) "
        + "{ return try __late0(x, by: y) };  return x * 2 }")
    #expect(
      plan.late?.appendix == [
        "dynamic func __late0(_ x: Double, by y: Int) throws -> Double { Swift.fatalError() }"
      ])
  }

  /// The same signature again takes the place of the twin; the names of parameters do not count.
  @Test func functionAgain() {
    let late = plans("func f(_ x: Int) {}", "func f(_ y: Int) {}", "func f(_ y: Double) {}")
      .map(\.late)
    #expect(late[1]?.replaced == [0])
    #expect(
      late[1]?.appendix.last
        == "@_dynamicReplacement(for: __late0(_:)) func __new0_1_(_ y: Int) { return f(y) }")
    #expect(late[2]?.replaced == [])
  }

  /// Functions that cannot have a twin stay as they are.
  @Test(arguments: [
    "func f() -> some Sequence { [1] }", "struct S: ~Copyable { func f() {} }",
    "struct S { init() {} }", "struct S { var body: some View { V() } }",
    "dynamic func f(_ x: Int...) {}", "struct S { var x: Int { didSet {} } }",
    "@_transparent func f() {}",
  ])
  func untouched(text: String) {
    #expect(plans(text)[0].instrumentedText == text)
  }

  /// Functions without room for a guard are dynamic themselves, and a later one takes their place.
  @Test(arguments: [
    ("", "func f", "f(_:)", "(_ x: Int...) {}"), ("", "func f", "f(_:)", "(_: Int) {}"),
    ("@Builder ", "func f", "f()", "() -> Int { 1 }"),
    ("", "func f", "f(_:)", "<each T>(_ x: repeat each T) {}"),
    ("", "func f", "f(by:)", "(by x: @autoclosure () throws -> Int) {}"),
  ])
  func dynamic(attribute: String, name: String, target: String, rest: String) {
    let made = plans(attribute + name + rest, attribute + name + rest + " // again")
    #expect(made[0].instrumentedText == attribute + "dynamic " + name + rest)
    // The same text once more changes nothing.
    #expect(made[1].instrumentedText.trimmed == "// again")
    let changed = plans(attribute + name + rest, attribute + name + rest.dropLast() + "\ng() }")[1]
    #expect(
      changed.instrumentedText.hasPrefix(
        "@_dynamicReplacement(for: \(target)) \(attribute)func __new0_"))
    #expect(changed.late?.replaced == [0])
  }

  /// Where a single expression is no longer alone, its value must be returned; nothing is returned
  /// from what never comes back.
  @Test(arguments: [
    ("{ 1 }", "return 1 }"), ("{ if a { 1 } else { 2 } }", "return if a { 1 } else { 2 } }"),
    ("{ if a { return 1 } else { return 2 } }", "if a { return 1 } else { return 2 } }"),
    ("{ fatalError() }", "fatalError() }"), ("{ let a = 1; return a }", "let a = 1; return a }"),
  ])
  func impliedReturn(body: String, expected: String) {
    let text = plans("func f() -> Int \(body)")[0].instrumentedText
    #expect(text.hasSuffix("__late0() };  " + expected))
  }

  /// A type of which one body changed becomes an extension, each line where it was.
  @Test func editedMethod() {
    let plan = plans(
      "class Net {\n  var w = 1\n  func a() -> Int { w }\n  func b() {}\n}",
      "class Net {\n  var w = 1\n  func a() -> Int { w + 1 }\n  func b() {}\n}")[1]
    #expect(
      plan.instrumentedText.split(separator: "\n", omittingEmptySubsequences: false).map {
        String($0).replacing(/\s+$/, with: "")
      } == [
        "extension Net           {", "",
        "  @_dynamicReplacement(for: __late0()) func __new0_3_a  () -> Int { w + 1 }", "", "}",
      ])
    #expect(plan.late?.replaced == [0])
    #expect(plan.late?.keptTypes == ["Net"])
  }

  /// Members of one line go with the semicolons that part them.
  @Test func membersOnOneLine() {
    let plan = plans(
      "class A { func a() {}; func b() {} }",
      "class A { func a() {}; func b() { 2 } }")[1]
    #expect(
      plan.instrumentedText.split(separator: " ").joined(separator: " ")
        == "extension A { @_dynamicReplacement(for: __late1()) func __new1_2_b () { 2 } }")
  }

  /// What makes a type another one.
  @Test(arguments: [
    ("struct S { let a = 1 }", "struct S { let a = 2 }"),
    ("struct S { var a = 1; func f() {} }", "struct S { var a = 1 }"),
    ("struct S { func f(_ x: Int = 1) {} }", "struct S { func f(_ x: Int = 2) {} }"),
    ("class S { func f() {} }", "class S: P { func f() {} }"),
    ("class S {}", "class S { override func f() {} }"), ("enum S { case a }", "enum S { case b }"),
  ])
  func anotherType(first: String, second: String) {
    #expect(plans(first, second)[1].late?.keptTypes == [])
    #expect(plans(first, first)[1].late?.keptTypes == ["S"])
  }

  /// Other first values are given to the type that is there.
  @Test func initialValues() {
    let plan = plans("class A { let a = 1; var b: Int }", "class A { let a = 2; var b: Int }")
    #expect(
      plan[0].instrumentedText
        == "class A { let a = __replaced(0) != nil ? __late0(0) : (1); var b: Int }")
    #expect(plan[1].late?.keptTypes == ["A"])
    #expect(plan[1].late?.replaced == [0])
    #expect(plan[1].instrumentedText.trimmed.isEmpty)
  }

  /// A variable of one name and one kind is tried in its old storage.
  @Test func variables() {
    let plan = plans("var rate = 2.0", "var rate = 3.0 // more")[1]
    #expect(
      plan.instrumentedText == "do { var     __rate = 3.0; __rebind(&rate, &__rate) } // more")
    #expect(plan.variables.isEmpty)
    #expect(
      plans("let a = 1", "var a = 1")[1].instrumentedText == "var a = 1; do { var __a = a; "
        + "struct __Kept_a { var __value = Cell1.a }; "
        + "_ = { (old__: inout __Kept_a) in __same(&old__.__value, &__a) }; "
        + "__constant(\"Cell1\", \"a\", __Kept_a.self).pointee.__value = __a }")
    #expect(plans("let a = 1", "print(a); let a = 1")[1].late?.reboundVariables == [])
    #expect(plans("var a = 1", "func a() {}", "var a = 2")[2].instrumentedText == "var a = 2")
  }
}

extension String {
  fileprivate var trimmed: String { String(trimmingPrefix(while: \.isWhitespace)) }
}
