import Display
import Testing

private struct Point {
  var x = 1.0
  var y = 2.0
}
private struct Settings {
  var name = "a name of some length"
  var values = Array(0..<30)
  var points = [Point(), Point()]
}
private class Net {}
private enum Shape {
  case empty
  case circle(radius: Double)
  case pair(Int, String)
  case one(Int)
}
private struct Failure: Error { let code: Int }

/// Values as a notebook's reader sees them.
@Suite struct TextFormTests {
  /// Numbers, strings and optionals stand as they are written in Swift.
  @Test func plainValues() {
    #expect(textForm(of: 5) == "5")
    #expect(textForm(of: 0.1 as Float) == "0.1")
    #expect(textForm(of: "two\nlines") == #""two\nlines""#)
    #expect(textForm(of: "one two"[...].prefix(3)) == #""one""#)
    #expect(textForm(of: Character("a")) == #""a""#)
    #expect(textForm(of: Optional("a") as Any) == #"Optional("a")"#)
    #expect(textForm(of: Int?.none as Any) == "nil")
    #expect(textForm(of: 1...3) == "1...3")
  }

  /// Collections, tuples and dictionaries; the keys of a dictionary stand in order.
  @Test func collections() {
    #expect(textForm(of: [1, 2]) == "[1, 2]")
    #expect(textForm(of: [Int]()) == "[]")
    #expect(textForm(of: ["a", nil]) == #"[Optional("a"), nil]"#)
    #expect(textForm(of: ["b": [1], "a": []]) == #"["a": [], "b": [1]]"#)
    #expect(textForm(of: [Int: Int]()) == "[:]")
    #expect(textForm(of: Set([3, 1, 2])) == "[1, 2, 3]")
    #expect(textForm(of: (x: 1, y: "b")) == #"(x: 1, y: "b")"#)
    #expect(textForm(of: (1, 2.5)) == "(1, 2.5)")
  }

  /// Types of the user's own are shown by their fields, without the name of a module.
  @Test func ownTypes() {
    #expect(textForm(of: Point()) == "Point(x: 1.0, y: 2.0)")
    #expect(textForm(of: [Net()]) == "[Net]")
    #expect(textForm(of: Net.self) == "Net")
    #expect(
      textForm(of: [Shape.empty, .circle(radius: 2)]) == "[Shape.empty, Shape.circle(radius: 2.0)]")
    #expect(textForm(of: [Shape.pair(1, "a"), .one(3)]) == #"[Shape.pair(1, "a"), Shape.one(3)]"#)
    #expect(textForm(of: Failure(code: 3) as any Error) == "Failure(code: 3)")
    #expect(textForm(of: Result<Int, Never>.success(3)) == "Result.success(3)")
    #expect(textForm(of: { (x: Int) in [x] }) == "(Int) -> Array<Int>")
  }

  /// What does not fit on a line is broken between its parts.
  @Test func longValues() {
    #expect(
      textForm(of: Settings()) == """
        Settings(name: "a name of some length",
                 values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
                          18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
                 points: [Point(x: 1.0, y: 2.0), Point(x: 1.0, y: 2.0)])
        """)
  }

  /// A million elements cost a few lines, and nested ones no more than a page.
  @Test func bounds() {
    #expect(
      textForm(of: Array(0..<1_000_000)) == """
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … 999980 more …, 999990, 999991, 999992, 999993,
         999994, 999995, 999996, 999997, 999998, 999999]
        """)
    #expect(
      textForm(of: (0..<1000).map { [$0, -$0] }) == """
        [[0, 0],
         [1, -1],
         [2, -2],
         [3, -3],
         [4, -4],
         … 990 more …,
         [995, -995],
         [996, -996],
         [997, -997],
         [998, -998],
         [999, -999]]
        """)
    let nested = (0..<300).map { _ in (0..<300).map { _ in (0..<300).map { $0 } } }
    #expect(textForm(of: nested).count < 10_000)
    let many = Dictionary(uniqueKeysWithValues: (0..<100_000).map { ($0, $0) })
    #expect(textForm(of: many).hasSuffix(" … 99980 more]"))
    #expect(
      textForm(of: String(repeating: "a", count: 30_000)).hasSuffix(#"a"… (30000 characters)"#))
    let inner = textForm(of: [String(repeating: "a", count: 3_000)])
    #expect(inner.hasSuffix(#"a"… (3000 characters)]"#))
  }

  /// A list that holds itself, link by link, ends.
  @Test func depth() {
    indirect enum List { case end, link(List) }
    var list = List.end
    for _ in 0..<100 { list = .link(list) }
    #expect(textForm(of: list).hasSuffix("List.link(…)))))))))"))
  }

  /// Names of cell modules vanish from descriptions; what only looks like one stays.
  @Test func moduleNames() {
    #expect(withoutModuleNames("<Cell3.Net: 0x7f>, Cell12.Pair<Cell3.A>") == "<Net: 0x7f>, Pair<A>")
    #expect(withoutModuleNames("Cell3.(unknown context at $7f04).Net") == "Net")
    #expect(
      withoutModuleNames("Cell3.5 Cell3. Cells3.A MyCell3.A Cell.A")
        == "Cell3.5 Cell3. Cells3.A MyCell3.A Cell.A")
  }
}
