"""What was compiled before follows what is declared anew."""

import re

import pytest


def out(notebook, cell):
    """What a cell prints; it ends well and has nothing to say on stderr."""
    run = notebook.run(cell)
    assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
    return run.stream("stdout")


# A first cell, what makes use of it, and each later version of the first with what the use prints.
FUNCTIONS = {
    "a function, called by others and by closures": (
        "func scale(_ x: Double) -> Double { x * 2 }\nfunc twice(_ x: Double) -> Double { scale(scale(x)) }\n"
        "let same = { (x: Double) in scale(x) }",
        "func after(_ x: Double) -> Double { scale(x) + 1 }\nlet stored: [(Double) -> Double] = [scale, { scale($0) }]",
        "print(twice(1), same(1), after(1), stored[1](1))",
        ["func scale(_ x: Double) -> Double { x * 3 }", "func scale(_ x: Double) -> Double {\n  return x * 5\n}"],
        ["4.0 2.0 3.0 2.0\n", "9.0 3.0 4.0 3.0\n", "25.0 5.0 6.0 5.0\n"]),
    "a generic function": (
        "func best<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }\nfunc both() -> String { \"\\(best(1, 2)) \\(best(\"a\", \"b\"))\" }",
        "let again = both", "print(again())",
        ["func best<T: Comparable>(_ a: T, _ b: T) -> T { a < b ? a : b }"], ["2 b\n", "1 a\n"]),
    "throwing, inout, defaults, labels": (
        "struct Bad: Error {}\nfunc step(_ x: inout Int, by n: Int = 1) throws { if n > 9 { throw Bad() }; x += n }\n"
        "func walk() -> Int { var k = 0; try? step(&k); try? step(&k, by: 5); try? step(&k, by: 50); return k }",
        "", "print(walk())",
        ["func step(_ x: inout Int, by n: Int = 1) throws { if n < 9 { throw Bad() }; x += n }"],
        ["6\n", "50\n"]),
    "one that takes a closure": (
        "func each<T>(_ xs: [T], _ f: (T) throws -> T) rethrows -> [T] { try xs.map(f) }\n"
        "func run() -> [Int] { each([1, 2]) { $0 * 10 } }", "", "print(run())",
        ["func each<T>(_ xs: [T], _ f: (T) throws -> T) rethrows -> [T] { try xs.reversed().map(f) }"],
        ["[10, 20]\n", "[20, 10]\n"]),
    "one that waits": (
        "func fetch() async throws -> Int { await Task.yield(); return 1 }\n"
        "func sum() async throws -> Int { try await fetch() + fetch() }", "", "print(try await sum())",
        ["func fetch() async throws -> Int { 20 }"], ["2\n", "40\n"]),
    "a switch as a value": (
        "func word(_ n: Int) -> String {\n  switch n {\n  case 0: \"none\"\n  default: \"some\"\n  }\n}\nfunc words() -> String { word(0) + word(1) }",
        "", "print(words())",
        ["func word(_ n: Int) -> String {\n  if n == 0 { \"nothing\" } else { \"much\" }\n}"],
        ["nonesome\n", "nothingmuch\n"]),
    "an operator": (
        "infix operator <+>: AdditionPrecedence\nfunc <+> (a: Int, b: Int) -> Int { a + b }\nfunc add() -> Int { 1 <+> 2 }",
        "", "print(add())", ["func <+> (a: Int, b: Int) -> Int { a * 10 + b }"], ["3\n", "12\n"]),
    "an extension's members": (
        "extension Int { var half: Int { self / 2 }\n  func plus(_ n: Int) -> Int { self + n } }\n"
        "func use() -> String { \"\\(8.half) \\(8.plus(1))\" }", "", "print(use())",
        ["extension Int { var half: Int { self / 4 }\n  func plus(_ n: Int) -> Int { self + n * 10 } }"],
        ["4 9\n", "2 18\n"]),
    "a protocol's default": (
        "protocol Shape { func area() -> Double }\nextension Shape { func area() -> Double { 1 }\n"
        "  func twice() -> Double { area() * 2 } }\nstruct Square: Shape {}\nlet square: any Shape = Square()",
        "", "print(square.twice())",
        ["extension Shape { func area() -> Double { 10 }\n  func twice() -> Double { area() * 3 } }"],
        ["2.0\n", "30.0\n"]),
    "a computed variable": (
        "var base = 3\nvar area: Int { base * base }\nfunc show() -> Int { area }", "", "print(show())",
        ["var area: Int { base * 100 }"], ["9\n", "300\n"]),
    "a recursive one": (
        "func count(_ n: Int) -> Int { n == 0 ? 0 : 1 + count(n - 1) }\nlet counting = count", "",
        "print(counting(3))", ["func count(_ n: Int) -> Int { n == 0 ? 0 : 10 + count(n - 1) }"],
        ["3\n", "30\n"]),
    "any number of values": (
        "func total(_ xs: Int...) -> Int { xs.reduce(0, +) }\nfunc all() -> Int { total(1, 2, 3) + total() }",
        "", "print(all())", ["func total(_ xs: Int...) -> Int { xs.reduce(1, *) * 10 }",
                              "func total(_ numbers: Int...) -> Int { numbers.count }"],
        ["6\n", "70\n", "3\n"]),
    "a body that a result builder reads": (
        "@resultBuilder struct Lines { static func buildBlock(_ xs: String...) -> String { xs.joined(separator: \"/\") } }\n"
        "@Lines func page() -> String { \"a\"; \"b\" }\nfunc book() -> String { page() + page() }",
        "", "print(book())", ["@Lines func page() -> String {\n  \"c\"\n  \"d\"\n  \"e\"\n}"],
        ["a/ba/b\n", "c/d/ec/d/e\n"]),
    "an extension's setter and subscript": (
        "extension Int { var double: Int { get { self * 2 } set { self = newValue / 2 } }\n"
        "  subscript(bit n: Int) -> Int { get { self >> n & 1 } set { self = newValue << n } } }\n"
        "func set() -> String { var a = 1, b = 1; a.double = 8; b[bit: 2] = 1; return \"\\(a) \\(b) \\(b[bit: 2])\" }",
        "", "print(set())",
        ["extension Int { var double: Int { get { self * 2 } set { self = -newValue } }\n"
         "  subscript(bit n: Int) -> Int { get { self >> n & 1 } set { self = newValue << n + 1 } } }"],
        ["4 4 1\n", "-8 5 1\n"]),
    "a parameter pack": (
        "func count<each T>(_ x: repeat each T) -> Int { var n = 0; repeat ((each x), n += 1).1; return n }\n"
        "func three() -> Int { count(1, \"a\", 2.0) }", "", "print(three())",
        ["func count<each T>(_ x: repeat each T) -> Int { -1 }"], ["3\n", "-1\n"]),
    "names in Hangul": (
        "func 배율(_ 값: Int) -> Int { 값 * 2 }\nfunc 적용() -> Int { 배율(4) }", "", "print(적용())",
        ["func 배율(_ 값: Int) -> Int { 값 * 3 }"], ["8\n", "12\n"]),
}


@pytest.mark.parametrize("kind", FUNCTIONS)
def test_functions(shared, kind):
    """Functions, closures and values made earlier call what was declared last."""
    first, more, use, versions, expected = FUNCTIONS[kind]
    assert out(shared, first) == ""
    assert out(shared, more) == ""
    assert out(shared, use) == expected[0]
    for version, text in zip(versions, expected[1:]):
        assert out(shared, version) == ""
        assert out(shared, use) == text


def test_a_function_twenty_times(shared):
    """Each version is the one that is called, with older ones in between or not."""
    out(shared, "func tick() -> Int { 0 }\nfunc ask() -> Int { tick() }")
    for n in range(1, 21):
        assert out(shared, f"func tick() -> Int {{ {n} }}\nprint(ask())") == f"{n}\n"


def test_a_name_with_another_meaning_in_between(shared):
    """A function that is replaced where it stands is declared anew once its name meant a variable."""
    cell = "func mean(_ xs: Double...) -> Double {{ {} }}"
    out(shared, cell.format("1"))
    assert out(shared, "let mean = 7\nprint(mean)") == "7\n"
    assert out(shared, cell.format("2") + "\nprint(mean(1, 2))") == "2.0\n"
    assert out(shared, cell.format("3") + "\nprint(mean())") == "3.0\n"


def test_a_variable(shared):
    """Its new value is there for earlier functions, later writes too, and theirs for later cells."""
    out(shared, "var rate = 2.0\nfunc rated(_ x: Double) -> Double { x * rate }\nfunc grow() { rate += 1 }")
    assert out(shared, "print(rated(1))") == "2.0\n"
    assert out(shared, "var rate = 5.0") == ""
    assert out(shared, "print(rated(1))\nrate = 7\nprint(rated(1))\ngrow()\nprint(rate)") == "5.0\n7.0\n8.0\n"
    assert out(shared, "var rate = rate + 1\nprint(rate, rated(1))") == "9.0 9.0\n"


def test_a_constant(shared):
    """A `let` that is run again is the same constant with a new value; it still cannot be set."""
    cell = "let steps = [{0}, {0}]\nfunc total() -> Int {{ steps.reduce(0, +) }}"
    out(shared, cell.format(1))
    out(shared, "let sum = { total() + steps.count }")
    assert out(shared, "let steps = [10, 20, 30]\nprint(total(), sum(), steps)") == "60 63 [10, 20, 30]\n"
    assert "'let' constant" in shared.run("steps = []").error
    assert out(shared, cell.format(4) + "\nprint(sum(), steps)") == "10 [4, 4]\n"


def test_a_variable_of_another_type(shared):
    """It is another variable; what was compiled for the older one keeps that."""
    out(shared, "var size = 2\nfunc half() -> Int { size / 2 }")
    assert out(shared, "var size = 9.0\nprint(size / 2, half())") == "4.5 1\n"
    out(shared, "let maybe: Int? = 1\nfunc isThere() -> Bool { maybe != nil }")
    assert out(shared, "let maybe = 2\nprint(maybe + 1, isThere())") == "3 true\n"


def test_several_at_once(shared):
    """A pattern gives each of its names a new value."""
    out(shared, "let (width, name) = (1, \"one\")\nfunc both() -> String { \"\\(width) \\(name)\" }")
    assert out(shared, "let (width, name) = (2, \"two\")\nprint(both())") == "2 two\n"


def test_old_values_are_released(shared):
    """What a variable held is gone with it."""
    out(shared, "final class Big { deinit { print(\"released\") } }\nvar held = Big()\nlet kept = Big()")
    assert out(shared, "var held = Big()") == "released\n"
    assert out(shared, "let kept = Big()") == "released\n"


NET = """class Net {
  var weight = 3.0
  var count: Int = 0
  func forward(_ x: Double) -> Double { count += 1; return x * weight }
  var size: Double { weight * 2 }
  subscript(i: Int) -> Double { get { weight + Double(i) } set { weight = newValue } }
  static func make() -> Net { Net() }
}
"""


def test_methods_of_existing_instances(shared):
    """Whoever edits `forward` of a trained model finds that the trained model uses it."""
    out(shared, NET + "let model = Net()\nmodel.weight = 4\nlet call = model.forward\n"
        "func evaluate(_ net: Net) -> Double { net.forward(10) + net.size + net[1] }")
    assert out(shared, "print(evaluate(model), call(1))") == "53.0 4.0\n"
    edited = NET.replace("return x * weight", "return bias(x) * weight").replace(
        "var size: Double { weight * 2 }", "var size: Double {\n    var s = 0.0\n"
        "    for _ in 0..<3 { s += weight }\n    return s\n  }\n  func bias(_ x: Double) -> Double { x + 1 }"
    ).replace("get { weight + Double(i) }", "get { weight * 100 }")
    out(shared, edited)
    assert out(shared, "print(evaluate(model), call(1), model.count)") == "456.0 8.0 4\n"
    # The type is the same one, so what is compiled for it from now on takes the model too.
    out(shared, "func evaluate(_ net: Net) -> Double { net.forward(1) }\nlet other: Net = model")
    assert out(shared, "print(evaluate(model), Net.make().forward(0), other === model)") == "8.0 3.0 true\n"
    out(shared, edited.replace("return bias(x) * weight", "return -1"))
    assert out(shared, "print(evaluate(model), call(1))") == "-1.0 -1.0\n"


def test_methods_of_existing_instances_of_a_class_with_another_initializer(shared):
    """New instances are made in the new way, and old ones get the new methods."""
    def cell(units, word):
        return (f"class Layer {{\n  var units: Int\n  init(_ units: Int = {units}) {{ self.units = units }}\n"
                f"  func run() -> String {{ \"{word} \\(units)\" }}\n}}\n")

    out(shared, cell(1, "old") + "let layer = Layer()\nlet run = layer.run\nprint(run())")
    assert out(shared, cell(5, "new") + "print(Layer().run(), run())") == "new 5 new 1\n"
    assert out(shared, "print(layer.run())") == "new 1\n"


def test_values_of_structs_enums_and_actors(shared):
    """Not only classes."""
    first = ("struct Point { var x = 1\n  mutating func move() { x += 1 }\n"
             "  var text: String { get { \"x \\(x)\" } set { x = newValue.count } } }\n"
             "enum Mode { case on, off\n  var label: String { self == .on ? \"on\" : \"off\" } }\n"
             "actor Bank { var sum = 0\n  func add(_ n: Int) -> Int { sum += n; return sum } }\n")
    out(shared, first + "var point = Point()\nlet mode = Mode.off\nlet bank = Bank()\n"
        "func go() async -> String { point.move(); return \"\\(point.text) \\(mode.label) \\(await bank.add(1))\" }")
    assert out(shared, "print(await go())") == "x 2 off 1\n"
    out(shared, first.replace("x += 1", "x += 100").replace('"x ', '"X ').replace('"off"', '"OFF"').replace(
        "sum += n", "sum += n * 10"))
    assert out(shared, "print(await go())\npoint.text = \"four\"\nprint(point.x)") == "X 102 OFF 11\n4\n"


def test_a_class_and_its_subclass(shared):
    """Overriding goes on; what is overridden anew makes a new subclass of the same class."""
    out(shared, "class A { func who() -> String { \"A\" }; func hello() -> String { \"I am \" + who() } }\n"
        "class B: A { override func who() -> String { \"B\" } }\nlet all: [A] = [A(), B()]\n"
        "func say() -> String { all.map { $0.hello() }.joined(separator: \", \") }")
    out(shared, "class B: A { override func who() -> String { \"B after \" + super.who() } }")
    assert out(shared, "print(say())") == "I am A, I am B after A\n"
    out(shared, "class A { func who() -> String { \"AA\" }; func hello() -> String { \"I am \" + who() }; func more() -> Int { 1 } }\n"
        "class B: A { override func who() -> String { \"BB\" }; override func hello() -> String { \"no\" } }")
    assert out(shared, "print(say(), all[0].more(), B().hello())").startswith("I am AA, ")


def test_changed_stored_properties_are_told(shared):
    """Existing values keep the type they have, and the user is told so."""
    out(shared, "class Box { var a = 1\n  func say() -> String { \"old\" } }\nlet box = Box()")
    number = shared.run("1").reply["content"]["execution_count"]
    run = shared.run("class Box { var a = 1, b = 2\n  func say() -> String { \"new\" } }")
    assert run.status == "ok"
    assert run.stream("stderr") == (
        f"The stored properties of Box changed: values made before keep the old type, Box (cell {number - 1}).\n")
    assert out(shared, "print(box.say(), Box().say())") == "old new\n"


def test_a_type_that_holds_a_changed_one(shared):
    """A type with the same text is another one when a type it mentions is."""
    out(shared, "struct Inner { var a = 1 }")
    outer = "struct Outer { var inner = Inner()\n  func get() -> Int { inner.a } }\n"
    out(shared, outer + "let outer = Outer()")
    assert "stored properties of Inner" in shared.run("struct Inner { var a = 2, b = 3 }").stream("stderr")
    assert out(shared, outer + "print(Outer().inner.b, outer.get())") == "3 1\n"


def test_the_same_cell_again_keeps_its_types(shared):
    """Values made before the second run fit functions declared in it."""
    cell = ("struct Item: Equatable { var n = 1\n  init(_ n: Int) { self.n = n } }\n"
            "protocol Named { var name: String { get } }\ntypealias Items = [Item]\n"
            "func count(_ items: Items) -> Int { items.count }\n")
    out(shared, cell + "let item = Item(3)")
    assert out(shared, cell + "print(count([item]), item == Item(3))") == "1 true\n"


def test_errors_in_a_new_body_are_on_their_line(shared):
    """The text of an edited method stands where the user typed it."""
    out(shared, "class Pen {\n  var ink = 1\n  func write() -> Int { ink }\n}\nlet pen = Pen()")
    error = shared.run("class Pen {\n  var ink = 1\n  func write() -> Int { inc }\n}").error
    assert "line 3: error: cannot find 'inc' in scope" in error
    assert "3 |   func write() -> Int { inc }" in error
    error = shared.run("class Pen {\n  var ink = 1\n  func write() -> Int {\n    [ink][7]\n  }\n}\npen.write()").error
    assert "write, cell" in error and "line 4" in error


def test_after_the_worker_died(notebook):
    """The functions that replaced others do so in the new worker too."""
    notebook.run("func scale() -> Int { 1 }\nfunc ask() -> Int { scale() }")
    notebook.run("func scale() -> Int { 2 }\nvar kept = 1")
    notebook.run("var kept = 2")
    notebook.run("import Glibc\nkill(getpid(), SIGKILL)").error
    assert notebook.run("print(ask())").stream("stdout") == "2\n"
    assert "run cell 3 again" in notebook.run("kept").error
    notebook.run("var kept = 5")
    assert notebook.run("kept").result == "5"


def test_operators_of_a_type(shared):
    """Earlier code adds values as the new operator says, and what else the type has stays its own."""
    def cell(plus):
        return f"struct Money {{ var n = 1\n  static func + (a: Money, b: Money) -> Int {{ {plus} }} }}"
    shared.run(cell("a.n + b.n"))
    shared.run("extension Money { func paid() -> Int { n } }\nlet money = Money(n: 4)\n"
               "func bothWays() -> [Int] { [money + money, money.paid()] }")
    assert shared.run(cell("a.n * b.n") + "\nbothWays()").result == "[16, 4]"
    assert shared.run("extension Money { func paid() -> Int { -n } }\nbothWays()").result == "[16, -4]"
    error = shared.run(cell("a.n / (b.n - 4)") + "\nbothWays()").error
    assert "Division by zero" in error
    frames = re.findall(r"at (.*), cell (\d+) line (\d)", error)
    assert [(name, line) for name, _, line in frames] == [("+", "2"), ("bothWays", "3")], error
    assert int(frames[0][1]) == int(frames[1][1]) + 3


def test_frames_of_what_was_declared_anew(shared):
    """Of a trap in a newer function only that one is told, not the older one that hands over to it."""
    first = shared.run(
        "func deal(_ k: Int) -> Int { 0 }\nfunc pick<T>(_ t: T, _ k: Int) -> Int { 5 }\n"
        "struct Deck { var n = 1\n  var top: Int { 1 }\n  subscript(i: Int) -> Int { 2 } }\n"
        "func hand(_ w: Int) -> Int {\n"
        "  [{ deal(7) }, { Deck().top }, { Deck()[7] }, { pick(\"\", 7) }][w]()\n}").reply["content"]["execution_count"]
    shared.run("func deal(_ k: Int) -> Int {\n  [1, 2][k]\n}")
    shared.run("struct Deck { var n = 1\n  var top: Int {\n    deal(8) }\n  subscript(i: Int) -> Int {\n    deal(i) } }")
    shared.run("func pick<T>(_ t: T, _ k: Int) -> Int {\n  deal(k)\n}")
    newest = [f"deal, cell {first + 1} line 2"]
    for which, frames in enumerate([[], [f"top, cell {first + 2} line 3"], [f"subscript, cell {first + 2} line 5"],
                                    [f"pick, cell {first + 3} line 2"]]):
        error = shared.run(f"hand({which})").error
        assert re.findall(r"at (.*)", error) == newest + frames + [
            f"closure, cell {first} line 7", f"hand, cell {first} line 7", f"cell {first + 4 + which} line 1"]


@pytest.mark.parametrize("first, later, expected", [
    ("{ (x: Int) -> Int in x + 1 }", "{ (x: Int) -> Int in x * 100 }", "300"),
    ("(f: { (x: Int) -> Int in x }, n: 2)", "(f: { (x: Int) -> Int in x * 7 }, n: 3)", "(21, 3)"),
    ("[{ (x: Int) -> Int in x }]", "[{ (x: Int) -> Int in -x }]", "-3"),
], ids=["a closure", "a tuple with one", "an array of them"])
def test_a_constant_that_is_a_function(shared, first, later, expected):
    """To generic code a function is another thing than to the cell that keeps it."""
    use = {"[": "act[0](3)", "(": "(act.f(3), act.n)", "{": "act(3)"}[first[0]]
    out(shared, f"let act = {first}\nfunc perform() -> String {{ \"\\({use})\" }}")
    assert out(shared, "print(perform().count > 0)") == "true\n"
    assert out(shared, f"let act = {later}\nprint(perform())") == expected + "\n"
    assert out(shared, f"let act = {later}\nprint(perform())") == expected + "\n"


def test_variables_of_one_line(shared):
    """Each gets its new value, and the second may be made from the first."""
    out(shared, "var width = 1, height = 2\nfunc area() -> Int { width * height }")
    assert out(shared, "var width = 10, height = width + 1\nprint(area(), height)") == "110 11\n"
    assert out(shared, "width = 2\nprint(area())") == "22\n"


def test_a_variable_that_is_nil_at_first(shared):
    """Without a first value an optional one is `nil` again."""
    out(shared, "var best: Int?\nfunc top() -> Int { best ?? -1 }\nbest = 4")
    assert out(shared, "print(top())\nvar best: Int?\nprint(top())\nbest = 9\nprint(top())") == "4\n-1\n9\n"


def test_an_initializer_edited_first_and_a_method_after_it(shared):
    """Values of all older types of the name get what the newest one's functions do."""
    def cell(rate, step):
        return (f"class Coach {{\n  var rate = {rate}\n  init() {{ rate += {rate} }}\n"
                f"  func step() -> String {{ \"{step} \\(rate)\" }}\n}}\n")

    out(shared, cell(1, "a") + "let first = Coach()")
    out(shared, cell(2, "b") + "let second = Coach()")
    out(shared, cell(3, "c") + "let third = Coach()")
    use = "print(first.step(), second.step(), third.step())"
    assert out(shared, use) == "c 2 c 4 c 6\n"
    assert out(shared, cell(3, "d") + use) == "d 2 d 4 d 6\n"
    # What the older types did long ago is another text than what they do now.
    assert out(shared, cell(3, "a") + use) == "a 2 a 4 a 6\n"


def test_a_type_of_another_kind(shared):
    """The user is told what becomes of the values."""
    out(shared, "struct Point { var x = 1 }\nlet point = Point()")
    number = shared.run("1").reply["content"]["execution_count"]
    assert shared.run("class Point { var x = 1 }").stream("stderr") == (
        f"Point was a struct and is a class now: values made before keep the old type, Point (cell {number - 1}).\n")


def test_other_first_values_of_properties(shared):
    """The type stays what it is, so functions of earlier cells take what is made in the new way."""
    out(shared, "class Dense { let n: Int\n  init(_ n: Int) { self.n = n } }\nstruct Setup { var epochs = 3, rate: Double = 0.5\n  var tags: [String] = [] }\n"
        "class Stack { let first = Dense(2)\n  var last: Dense? = nil\n  let f: (Int) -> Int = { $0 } }\n"
        "func size(_ s: Stack, _ setup: Setup = Setup()) -> String {\n"
        "  \"\\(s.first.n) \\(s.last?.n ?? 0) \\(s.f(1)) \\(setup.epochs) \\(setup.rate) \\(setup.tags)\" }\nlet old = Stack()")
    assert out(shared, "print(size(old))") == "2 0 1 3 0.5 []\n"
    out(shared, "class Stack { let first = Dense(20)\n  var last: Dense? = Dense(4)\n  let f: (Int) -> Int = {\n    // more\n    $0 * 100\n  } }")
    assert out(shared, "print(size(old), size(Stack()))") == "2 0 1 3 0.5 [] 20 4 100 3 0.5 []\n"
    out(shared, "struct Setup { var epochs = 9, rate: Double = 1\n  var tags: [String] = [\"a\"] }")
    assert out(shared, "print(size(Stack(), Setup(rate: 2)), size(old))") == (
        "20 4 100 9 2.0 [\"a\"] 2 0 1 9 1.0 [\"a\"]\n")
    error = shared.run("struct Setup { var epochs = missing, rate: Double = 1\n  var tags: [String] = [] }").error
    assert "line 1: error: cannot find 'missing' in scope" in error
    assert out(shared, "print(Setup().epochs)") == "9\n"


def test_a_first_value_of_another_type(shared):
    """It makes the property, and with it the type, another one."""
    out(shared, "struct Step { var size = 2.0 }\nfunc half(_ s: Step) -> Double { s.size / 2 }")
    assert out(shared, "struct Step { var size = 2 }\nprint(Step().size)") == "2\n"
    assert "Step (cell" in shared.run("half(Step())").error


def test_accessors_of_one_line(shared):
    """Both edited, or neither of them."""
    def cell(start, get, set, more):
        return (f"struct Grid {{ var d = [1, 2]; init() {{ d[0] = {start} }}; "
                f"subscript(i: Int) -> Int {{ get {{ d[i] + {get} }} set {{ d[i] = newValue + {set} }} }}; "
                f"func more() -> Int {{ {more} }} }}\n")

    out(shared, cell(1, 0, 0, 0) + "var grid = Grid()\nfunc use() -> [Int] { grid[1] = 5; return [grid[1], grid.more()] }")
    assert out(shared, cell(1, 10, 100, 0) + "print(use())") == "[115, 0]\n"
    assert out(shared, cell(2, 10, 100, 7) + "print(use(), Grid()[0])") == "[115, 7] 12\n"


def test_a_call_of_an_old_function_is_quick(shared):
    """Fifty versions later it takes a few steps, and no more of the stack for each version."""
    out(shared, "func down(_ n: Int) -> Int { n == 0 ? 0 : down(n - 1) }\nfunc start(_ n: Int) -> Int { down(n) }")
    for k in range(50):
        out(shared, f"func down(_ n: Int) -> Int {{ n == 0 ? {k} : down(n - 1) }}\nfunc start{k}(_ n: Int) -> Int {{ down(n) }}")
        if k in (2, 3, 30):
            assert out(shared, "print(start(9), start0(9), start1(9))") == f"{k} {k} {k}\n"
    assert out(shared, "print(start(50_000), start7(50_000), start48(9))") == "49 49 49\n"


def test_a_constant_in_place_of_a_variable(shared):
    """Earlier functions see its value, and it cannot be set; nor do they lose sight of a variable after it."""
    out(shared, "var speed = 2.0\nfunc drive() -> Double { speed }")
    assert out(shared, "let speed = 7.0\nprint(drive(), speed)") == "7.0 7.0\n"
    assert "'let' constant" in shared.run("speed = 3").error
    assert out(shared, "var speed = 8.0\nprint(drive(), speed)") == "8.0 8.0\n"
    assert out(shared, "var speed = 9.0\nprint(drive(), speed)") == "9.0 9.0\n"
    assert "cannot find 'missing'" in shared.run("let speed = missing").error
    assert out(shared, "speed += 1\nprint(speed)") == "10.0\n"


def test_a_constant_made_from_the_older_one(shared):
    """Earlier functions see the new value, where it is of the same type."""
    out(shared, "let terms = [\"b\", \"a\"]\nlet low = 1, high = 2\nfunc lead() -> String { terms[0] + \"\\(high - low)\" }")
    assert out(shared, "let terms = terms.sorted()\nprint(lead())") == "a1\n"
    assert out(shared, "print(terms.count); let terms = [\"z\"]\nprint(lead())") == "2\nz1\n"
    assert out(shared, "let low = 10, high = low + 5\nprint(lead(), low, high)") == "z5 10 15\n"
    assert out(shared, "let terms = terms.count\nprint(lead(), terms)") == "z5 1\n"
    assert out(shared, "for terms in 0..<1 { print(terms) }; let terms = 2\nprint(terms)") == "0\n2\n"


def test_what_a_constant_replaces_is_released(shared):
    """Nothing holds on to what neither the old nor the new one stands for."""
    out(shared, "final class Token { let n: Int; init(_ n: Int) { self.n = n }; deinit { print(\"free\", n) } }\n"
        "var token = Token(1)\nfunc number() -> Int { token.n }")
    assert out(shared, "let token = Token(2)\nprint(number())") == "free 1\n2\n"
    assert out(shared, "var token = Token(3)\nprint(number())") == "free 2\n3\n"


def test_generic_parameters_of_other_names(shared):
    """What they are called does not make another function."""
    out(shared, "func both<A, B>(_ a: [A], _ f: (A) -> B) -> [B] where A: Equatable { a.map(f) }\n"
        "func texts() -> [String] { both([1]) { \"\\($0)\" } }")
    out(shared, "func both<X, Y>(_ a: [X], _ f: (X) -> Y) -> [Y] where X: Equatable { (a + a).map(f) }")
    assert out(shared, "print(texts())") == "[\"1\", \"1\"]\n"


def test_an_edited_end_of_a_class(shared):
    """Instances made before end as the class says now."""
    def cell(word):
        return f"class Door {{ let n: Int; init(_ n: Int) {{ self.n = n }}; deinit {{ print(\"{word}\", n) }} }}\n"

    out(shared, cell("closed") + "var doors: [Door?] = [Door(1), Door(2)]")
    assert out(shared, cell("shut") + "doors[0] = nil") == "shut 1\n"
    assert out(shared, cell("locked") + "doors[1] = nil") == "locked 2\n"


def test_a_variable_with_observers(shared):
    """Run again it is the same variable, and its new value calls no observer."""
    cell = "var level = {} {{ didSet {{ print(\"level\", level) }} }}\n"
    out(shared, cell.format(1) + "func climb() { level += 1 }")
    assert out(shared, cell.format(10) + "climb()\nprint(level)") == "level 11\n11\n"
    assert out(shared, "level = 3") == "level 3\n"
    # With other observers it is another one.
    assert out(shared, cell.format(5).replace("didSet", "willSet") + "level = 6\nclimb()") == "level 5\nlevel 4\n"
