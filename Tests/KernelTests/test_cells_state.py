"""What one cell makes, later cells use."""

import pytest

KEPT = {
    "variables": ("var count = 1\nlet name = \"Ada\"", "count += 41\nprint(name, count)", "Ada 42"),
    "functions": ("func twice(_ x: Int) -> Int { x * 2 }", "twice(21)", "42"),
    "generic functions": (
        "func last<C: BidirectionalCollection>(_ c: C) -> C.Element? { c.last }",
        "print(last([1, 2, 3])!, last(\"abc\")!)", "3 c"),
    "structs": (
        "struct Point { var x = 0.0, y = 0.0\n  mutating func move(_ d: Double) { x += d } }",
        "var p = Point(y: 2)\np.move(1)\nprint(p.x, p.y)", "1.0 2.0"),
    "classes": (
        "class Animal { func sound() -> String { \"...\" } }",
        "class Dog: Animal { override func sound() -> String { super.sound() + \"woof\" } }\n"
        "print((Dog() as Animal).sound())", "...woof"),
    "enums": (
        "indirect enum Tree { case leaf(Int), node(Tree, Tree) }",
        "func sum(_ t: Tree) -> Int {\n  switch t {\n  case .leaf(let n): n\n"
        "  case .node(let a, let b): sum(a) + sum(b)\n  }\n}\nsum(.node(.leaf(20), .leaf(22)))",
        "42"),
    "extensions": ("extension Int { var doubled: Int { self * 2 } }", "21.doubled", "42"),
    "operators": (
        "infix operator **: MultiplicationPrecedence\n"
        "func ** (a: Int, b: Int) -> Int { (0..<b).reduce(1) { n, _ in n * a } }", "2 ** 5 + 10",
        "42"),
    "type aliases": ("typealias Table = [String: [Int]]", "let t: Table = [\"a\": [42]]\nt[\"a\"]![0]",
                     "42"),
    "imports": ("import Foundation", "print(sqrt(16.0), Calendar.self)", "4.0 Calendar"),
    "private": (
        "private let secret = 40\nfileprivate struct Box { private var inside = 2\n"
        "  func read() -> Int { inside } }", "secret + Box().read()", "42"),
    "tuples": ("let pair = (left: 1, right: \"r\")\nlet (one, (two, _)) = (1, (2, 3))",
               "print(pair.left, pair.right, one + two)", "1 r 3"),
    "names in Hangul": (
        "let 반지름 = 2\nfunc 넓이(_ r: Int) -> Int { r * r * 3 }\nstruct 점 { var 가로 = 5 }",
        "print(넓이(반지름), 점().가로)", "12 5"),
    "#if": ("#if os(Linux)\nlet system = \"linux\"\n#else\nlet system = \"other\"\n#endif",
            "print(system)", "linux"),
    "attributes and availability": (
        "@discardableResult @inline(never) func noted() -> Int { 1 }\n"
        "@available(*, deprecated) func old() {}\n@dynamicMemberLookup struct Any2 {\n"
        "  subscript(dynamicMember name: String) -> String { name } }",
        "noted()\nif #available(macOS 10.15, *) { print(Any2().hello) }", "hello"),
    "property wrappers": (
        "@propertyWrapper struct Clamped { var value = 0\n"
        "  var wrappedValue: Int { get { value } set { value = min(newValue, 42) } } }",
        "struct Dial { @Clamped var level }\nvar dial = Dial()\ndial.level = 99\nprint(dial.level)",
        "42"),
    "result builders": (
        "@resultBuilder struct Lines { static func buildBlock(_ p: String...) -> String {\n"
        "  p.joined(separator: \"|\") } }\nfunc lines(@Lines _ b: () -> String) -> String { b() }",
        "print(lines { \"a\"; \"b\" })", "a|b"),
    "regular expressions": (
        "let pattern = /(?<year>\\d+)-(?<month>\\d+)/",
        "if let m = \"on 2026-11\".firstMatch(of: pattern) { print(m.year, m.month) }", "2026 11"),
    "closures over variables": (
        "var hits = 0\nlet hit = { hits += 1 }", "hit(); hit()\nprint(hits)", "2"),
    "macros": (
        "import Observation\n@Observable class Model { var value = 1 }",
        "let model = Model()\nlet seen = withObservationTracking { model.value } onChange: {"
        " print(\"changes\") }\nmodel.value = 2\nprint(seen, model.value)", "changes\n1 2"),
    "parameter packs": (
        "func count<each T>(_ v: repeat each T) -> Int { var n = 0\n"
        "  for _ in repeat each v { n += 1 }\n  return n }", "count(1, \"a\", 2.0)", "3"),
    "noncopyable types": (
        "struct File: ~Copyable { let id: Int\n  consuming func close() { print(\"closed\", id) } }",
        "func use() { let f = File(id: 3); f.close() }\nuse()", "closed 3"),
    "guard": (
        "guard let found = Int(\"4\"), case let twice = found * 2, twice > found else { fatalError() }\n"
        "guard var counted = Optional(twice) else { fatalError() }\ncounted += 1",
        "counted += found\nprint(found, twice, counted)", "4 8 13"),
    "guard and await": (
        "func find() async -> Int? { 4 }\nguard let seen = await find(), seen > 3 else { fatalError() }",
        "seen", "4"),
    "a loop over what came before": (
        "let squares = (1...4).map { $0 * $0 }", "for s in squares where s > 4 { print(s) }", "9\n16"),
}


@pytest.mark.parametrize("kind", KEPT)
def test_kept(shared, kind):
    """A later cell finds what an earlier one declared."""
    first, second, expected = KEPT[kind]
    run = shared.run(first)
    assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
    run = shared.run(second)
    assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
    assert (run.result or run.stream("stdout").rstrip("\n")) == expected


def test_conformances_are_found_at_run_time(shared):
    """`as?` sees a conformance that a cell added, whichever cell has the protocol and the type."""
    shared.run("protocol Speaks { func speak() -> String }\nextension Speaks { var loud: String {"
               " speak().uppercased() } }")
    shared.run("struct Cat {}\nlet cat: Any = Cat()\nprint(cat is Speaks)")
    run = shared.run("extension Cat: Speaks { func speak() -> String { \"meow\" } }\n"
                     "extension Int: Speaks { func speak() -> String { \"\\(self)!\" } }")
    assert run.status == "ok"
    run = shared.run("print((cat as? any Speaks)?.loud ?? \"mute\", (7 as Any as? Speaks)!.speak())")
    assert run.stream("stdout") == "MEOW 7!\n"


def test_actors(shared):
    """An actor of one cell serves the next, and what it holds is kept."""
    shared.run("actor Counter { var n = 0\n  func add() -> Int { n += 1; return n } }\n"
               "let counter = Counter()")
    assert shared.run("print(await counter.add())").stream("stdout") == "1\n"
    assert shared.run("await counter.add()").result == "2"


def test_the_main_actor(shared):
    """Code of the main actor runs."""
    shared.run("@MainActor class Screen { var lines = [String]()\n"
               "  func show(_ s: String) -> Int { lines.append(s); return lines.count } }")
    shared.run("let screen = await Screen()")
    assert shared.run("print(await screen.show(\"a\"), await screen.show(\"b\"))").stream(
        "stdout") == "1 2\n"


def test_only_foundation(shared):
    """A notebook that never imports Martlet has all of Foundation."""
    run = shared.run(
        "import Foundation\nstruct Row: Codable { var name: String, n: Int }\n"
        "let data = try JSONEncoder().encode([Row(name: \"a\", n: 1)])\n"
        "let rows = try JSONDecoder().decode([Row].self, from: data)")
    assert run.status == "ok"
    assert shared.run("rows").result == "[Row(name: \"a\", n: 1)]"
    run = shared.run("print(String(format: \"%.2f\", Double.pi), \" x \".trimmingCharacters(in: .whitespaces))")
    assert run.stream("stdout") == "3.14 x\n"
    assert shared.run("Date(timeIntervalSince1970: 0) < Date()").result == "true"


@pytest.mark.parametrize("cell, expected", [
    ("[three] + few", "[3, 1, 2]"), ("let joined = [three] + few\njoined", "[3, 1, 2]"), ("[] + few", "[1, 2]"),
    ("[three] + few + [4]", "[3, 1, 2, 4]"), ("[0.5] + [three == 3 ? 1 : 2]", "[0.5, 1.0]"),
])
def test_arrays_beside_foundation(shared, cell, expected):
    """Operators that Foundation has for itself are not taken for the standard library's."""
    shared.run("import Foundation\nlet few = [1, 2], three = 3")
    assert shared.run(cell).result == expected


@pytest.mark.parametrize("cell, expected", [
    ("let work = DispatchWorkItem { print(\"done\") }\nwork.perform()", "done\n"),
    ("print(CharacterSet.letters.contains(\"a\"))", "true\n"),
])
def test_what_foundation_has_for_itself(shared, cell, expected):
    """Members that are not public are not taken for the public ones of their name."""
    shared.run("import Foundation")
    assert shared.run(cell).stream("stdout") == expected


def test_loops_over_what_a_name_stands_for(shared):
    """Arrays go by in pieces, and everything else as it is."""
    shared.run("let many = (0..<10_000).map { $0 }\nlet table = [\"a\": 1, \"b\": 2]\nlet any: any Sequence<Int> = [1, 2, 3]\n"
               "let maybe: [Int?] = [1, nil, 3]\nvar few = [1, 2, 3]\nvar sum = 0")
    for loop, expected in [
        ("for x in many { sum += x }", "49995000"), ("for x in many[5..<9000] where x % 2 == 0 { sum += x }", "20245494"),
        ("let slice = many[5..<9000]\nfor x in slice where x % 2 == 0 { sum += x }", "20245494"),
        ("for (_, x) in table { sum += x }", "3"), ("for x in any { sum += x }", "6"),
        ("for case let x? in maybe { sum += x }", "4"), ("for x in few { few[0] += x }\nsum = few[0]", "7"),
    ]:
        assert shared.run("sum = 0\n" + loop + "\nsum").result == expected


@pytest.mark.parametrize("first, second, expected", [
    ("let lines = [3, 1, 2]", "let lines = lines.sorted()\nlines", "[1, 2, 3]"),
    ("var rows = [1]", "var rows = \"\\(rows.count) rows\"\nrows", "\"1 rows\""),
    ("let pairs = [1, 2]", "let pairs = pairs.map { pairs in pairs * 2 }\npairs", "[2, 4]"),
    ("let (left, right) = (1, 2)", "let (left, right) = (right, left)\nprint(left, right)", "2 1"),
    ("func mean() -> Int { 7 }", "let mean = mean()\nmean", "7"),
    ("let given: Int? = 5", "guard let given = given else { fatalError() }\ngiven", "5"),
    ("let short: Int? = 5", "guard let short, short > 4 else { fatalError() }\nshort", "5"),
])
def test_a_new_value_from_the_old_one(shared, first, second, expected):
    """A variable that is declared anew may be made of the one it follows."""
    assert shared.run(first).status == "ok"
    run = shared.run(second)
    assert (run.result or run.stream("stdout").rstrip("\n")) == expected, run.messages
    # What is wrong with the new value is told as ever.
    error = shared.run(second.split("=")[0] + "= undeclared").error
    assert "cannot find 'undeclared' in scope" in error


def test_loops_in_result_builders(shared):
    """A loop there has no place for what would make it stoppable; the result is shown all the same."""
    shared.run("@resultBuilder struct Rows {\n"
               "  static func buildBlock(_ p: [String]...) -> [String] { p.flatMap { $0 } }\n"
               "  static func buildExpression(_ s: String) -> [String] { [s] }\n"
               "  static func buildArray(_ c: [[String]]) -> [String] { c.flatMap { $0 } }\n}\n"
               "func rows(@Rows _ f: () -> [String]) -> [String] { f() }")
    run = shared.run("rows {\n  \"a\"\n  for i in 0..<2 { \"b\\(i)\" }\n}")
    assert (run.result, run.stream("stderr")) == ("[\"a\", \"b0\", \"b1\"]", "")


@pytest.mark.parametrize("declaration, extension, use, expected", [
    ("struct Spot { var x = 1; let y: Int }", "extension Spot: Equatable {}",
     "print(Spot(y: 1) == Spot(y: 1), Spot(y: 1) == Spot(y: 2))", "true false"),
    ("struct Room { var name = \"a\", seats = [1] }", "extension Room: Hashable {}",
     "Set([Room(), Room(), Room(name: \"b\")]).count", "2"),
    ("struct Crate<T> { var items: [T] }", "extension Crate: Equatable where T: Equatable {}",
     "Crate(items: [1]) == Crate(items: [1])", "true"),
    ("enum Step { case go(Int, by: Double), stop }", "extension Step: Equatable {}",
     "print(Step.go(1, by: 2) == .go(1, by: 2), Step.go(1, by: 2) == .go(1, by: 3), Step.stop == .stop)",
     "true false true"),
    ("enum Form { case line(Int), dot }", "extension Form: Hashable {}",
     "Set([Form.line(1), .line(1), .dot]).count", "2"),
    ("enum Suit { case clubs, hearts }", "extension Suit: CaseIterable {}", "Suit.allCases.count", "2"),
    ("import Foundation\nstruct Book { var title: String; var year: Int?; let kind = 1 }",
     "extension Book: Codable {}",
     "let book = try JSONDecoder().decode(Book.self, from: Data(\"{\\\"title\\\": \\\"T\\\"}\".utf8))\n"
     "print(book.title, book.year as Any, String(decoding: try JSONEncoder().encode(book), as: UTF8.self).count)",
     "T nil 22"),
    ("struct Own { var n = 1\n  static func == (a: Own, b: Own) -> Bool { true } }",
     "extension Own: Equatable {}", "Own(n: 1) == Own(n: 2)", "true"),
])
def test_derived_conformances(shared, declaration, extension, use, expected):
    """A conformance without functions works in a later cell than its type, as it does beside it."""
    for cell in (declaration, extension):
        run = shared.run(cell)
        assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
    run = shared.run(use)
    assert (run.result or run.stream("stdout").rstrip("\n")) == expected, run.messages


def test_conformances_that_cannot_be_derived(shared):
    """The compiler says why."""
    shared.run("struct Blob { var f: () -> Void }")
    assert "does not conform" in shared.run("extension Blob: Equatable {}").error


@pytest.mark.parametrize("initializer, use, expected", [
    ("init(both v: Double) { x = v; y = v }", "P(both: 2).y", "2.0"),
    ("init(_ v: Double = 4) { self.x = v\n    y = x + 1 }", "[P().y, P(1).y]", "[5.0, 2.0]"),
    ("init?(text: String) { guard let v = Double(text) else { return nil }; x = v; y = v }",
     "[P(text: \"3\")?.x, P(text: \"a\")?.x]", "[Optional(3.0), nil]"),
    ("init(from v: [Double]) throws { x = v[0]; y = v[1] }", "try P(from: [1, 2]).y", "2.0"),
    ("init<N: BinaryInteger>(whole v: N) { x = Double(v); y = x }", "P(whole: 3).y", "3.0"),
    ("init() { x = 7; y = 8 }", "P().y", "8.0"),
    ("init(at v: Double) { self.init(x: v, y: v) }", "P(at: 5).y", "5.0"),
])
def test_an_initializer_in_an_extension(shared, initializer, use, expected):
    """One that sets the properties itself is the same in a later cell as beside the type."""
    shared.run("struct P { var x: Double; let y: Double }")
    for cell in ("extension P {\n  " + initializer + "\n}", use):
        run = shared.run(cell)
        assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
    assert run.result == expected


def test_an_initializer_in_an_extension_again(shared):
    """Functions of earlier cells make their values in the new way."""
    shared.run("struct Dot<T> { var at: [T] }")
    shared.run("extension Dot { init(twice v: T) { at = [v, v] } }\nfunc dots() -> [Int] { Dot(twice: 3).at }")
    assert shared.run("dots()").result == "[3, 3]"
    assert shared.run("extension Dot { init(twice v: T) { at = [v, v, v] } }\ndots()").result == "[3, 3, 3]"
    assert shared.run("extension Dot { init(twice v: T) { at = [] } }\ndots()").result == "[]"
    error = shared.run("extension Dot { init(thrice v: T) { } }").error
    assert "line 1: error:" in error and "initializ" in error, error


def test_an_initializer_in_an_extension_of_a_type_with_first_values(shared):
    """Properties that the initializer does not mention begin with what the type says, also once that was edited."""
    shared.run("struct Bag<T> { var items: [T] = [], n = 1.5; var last: T?\n  mutating func put(_ x: T) { items.append(x) } }")
    run = shared.run("extension Bag: ExpressibleByArrayLiteral { init(arrayLiteral xs: T...) { for x in xs { put(x) } } }")
    assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
    assert shared.run("let bag: Bag<Int> = [1, 2]\nbag").result == "Bag<Int>(items: [1, 2], n: 1.5, last: nil)"
    shared.run("struct Room { var a = 1, b = 2; var c: Int }")
    shared.run("struct Room { var a = 10, b = 20; var c: Int }")
    assert shared.run("extension Room { init(of c: Int) { self.c = c; b += 1 } }").status == "ok"
    assert shared.run("Room(of: 3)").result == "Room(a: 10, b: 21, c: 3)"
