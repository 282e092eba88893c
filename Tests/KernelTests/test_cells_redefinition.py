"""Anything may be declared again, any number of times."""

import pytest

AGAIN = {
    "a variable of another type": ("let it = 1", "let it = \"one\"", "print(it + \"!\")", "one!\n"),
    "a function": ("func scale(_ x: Int) -> Int { x }", "func scale(_ x: Int) -> Int { x * 10 }",
                   "print(scale(2))", "20\n"),
    "a function with another result": (
        "func parse(_ s: String) -> Int { 1 }", "func parse(_ s: String) -> [String] { [s] }",
        "print(parse(\"a\").count)", "1\n"),
    "a generic function": (
        "func wrap<T>(_ x: T) -> [T] { [x] }", "func wrap<T>(_ x: T) -> (T, T) { (x, x) }",
        "print(wrap(1).1)", "1\n"),
    "a struct": ("struct Size { var w = 1 }", "struct Size { var w = 2, h = 3 }",
                 "print(Size().w * Size().h)", "6\n"),
    "a class": ("class Net { let a = 1 }", "class Net { let b = 2 }", "print(Net().b)", "2\n"),
    "an enum": ("enum Mode { case on }", "enum Mode { case on, off, both }",
                "print([Mode.both, .off].count)", "2\n"),
    "a protocol": ("protocol Named { var name: String { get } }",
                   "protocol Named { var title: String { get } }",
                   "struct T: Named { var title = \"t\" }\nprint((T() as any Named).title)", "t\n"),
    "an extension's member": ("extension Int { var half: Int { 0 } }",
                              "extension Int { var half: Int { self / 2 } }", "print(8.half)", "4\n"),
    "an operator's function": (
        "infix operator <+>: AdditionPrecedence\nfunc <+> (a: Int, b: Int) -> Int { 0 }",
        "infix operator <+>: AdditionPrecedence\nfunc <+> (a: Int, b: Int) -> Int { a + b }",
        "print(1 <+> 2)", "3\n"),
    "a type alias": ("typealias Number = Int", "typealias Number = Double", "print(Number(1))",
                     "1.0\n"),
    "an actor": ("actor Bank { var a = 1 }", "actor Bank { var b = 2 }", "print(await Bank().b)",
                 "2\n"),
    "a function as a variable": ("func act() -> Int { 1 }", "let act = 5", "print(act + 1)", "6\n"),
    "a type as a function": ("struct Make { var n = 0 }", "func Make() -> Int { 9 }",
                             "print(Make())", "9\n"),
}


@pytest.mark.parametrize("kind", AGAIN)
def test_again(shared, kind):
    """The newest declaration is the one that later cells mean, the tenth time too."""
    first, second, use, expected = AGAIN[kind]
    for cell in (first, second, first, second):
        assert shared.run(cell).status == "ok"
    run = shared.run(use)
    assert run.stream("stdout") == expected, run.messages


def test_one_cell_fifty_times(shared):
    """Running the same cell over and over is the life of a notebook."""
    cell = ("struct Box: CustomStringConvertible { var n = 0\n  var description: String { \"box \\(n)\" } }\n"
            "func fill(_ n: Int) -> Box { Box(n: n) }\nlet box = fill(3)\nprint(box)")
    for _ in range(20):
        assert shared.run(cell).stream("stdout") == "box 3\n"
    assert shared.run("box").result == "box 3"


def test_a_value_of_the_older_type_lives_on(shared):
    """It keeps its properties and methods beside the newer type of the same name."""
    shared.run("struct Pen { var ink = 3\n  func write() -> String { \"ink \\(ink)\" } }\nvar pen = Pen()")
    shared.run("struct Pen { var colour = \"red\" }")
    assert shared.run("pen.ink -= 1\nprint(pen.write(), Pen().colour)").stream(
        "stdout") == "ink 2 red\n"


def test_two_types_of_one_name_are_told_apart(shared):
    """A message that mentions both says in which cell each was declared."""
    old = shared.run("struct Hat { var size = 1 }\nvar hat = Hat()").reply["content"]["execution_count"]
    new = shared.run("struct Hat { var size = 1, brim = 2 }").reply["content"]["execution_count"]
    error = shared.run("hat = Hat()").error
    assert f"'Hat (cell {new})'" in error and f"'Hat (cell {old})'" in error


def test_a_subclass_of_the_older_class(shared):
    """It still works after its superclass was declared again."""
    shared.run("class Shape { func area() -> Int { 1 } }\nclass Square: Shape {}")
    shared.run("class Shape { func volume() -> Int { 2 } }")
    assert shared.run("print(Square().area(), Shape().volume())").stream("stdout") == "1 2\n"


def test_old_and_new_values_in_a_dump(shared):
    """What the standard library prints with names of modules is told apart in the same way."""
    old = shared.run("struct Cap { var size = 1 }\nlet kept: Any = Cap()").reply["content"]["execution_count"]
    new = shared.run("struct Cap { var width = 2 }").reply["content"]["execution_count"]
    text = shared.run("dump(kept);\ndump(Cap());").stream("stdout")
    assert f"Cap (cell {old})" in text and f"Cap (cell {new})" in text and "Cell0" not in text
    text = shared.run("print(String(reflecting: Cap()))").stream("stdout")
    assert "Cell0" not in text
    error = shared.run("kept as! Cap").error
    assert f"'Cap (cell {old})' to 'Cap (cell {new})'" in error


def test_a_function_with_an_opaque_result(shared):
    """Its type is like no other, and still the newest is the one that is meant, each time."""
    first = shared.run("func steps() -> some Sequence<Int> { (0..<2).lazy.map { $0 * 2 } }\n"
                       "func all() -> [Int] { Array(steps()) }\nlet kept = steps()")
    assert first.status == "ok", first.messages
    number = first.reply["content"]["execution_count"]
    run = shared.run("func steps() -> some Sequence<Int> { [7] }\nprint(Array(steps()), all(), Array(kept))")
    assert run.stream("stdout") == "[7] [0, 2] [0, 2]\n", run.messages
    assert run.stream("stderr") == (
        "steps() was declared anew, and its result hides its type: functions of earlier cells go on "
        f"calling that of cell {number}.\n")
    assert "Cannot convert" not in shared.run("func steps() -> some Sequence<Int> { 1 + }").error
    assert shared.run("print(Array(steps()))").stream("stdout") == "[7]\n"
    for n in range(4):
        cell = f"func steps() -> some Collection<Int> {{ [{n}] }}\nlet kept = steps()\nprint(Array(steps()), kept.count)"
        for _ in range(2):
            run = shared.run(cell)
            assert run.stream("stdout") == f"[{n}] 1\n", run.messages
    assert shared.run("func steps() -> [Int] { [5] }\nprint(steps())").stream("stdout") == "[5]\n"
    run = shared.run("func steps() -> some Sequence<Int> { [6] }\nprint(Array(steps()), Array(kept), all())")
    assert run.stream("stdout") == "[6] [3] [0, 2]\n", run.messages


def test_opaque_results_of_one_name(shared):
    """Functions that differ in their parameters stand beside each other."""
    shared.run("func pick(_ n: Int, by k: Int = 2) -> some Equatable { n * k }\n"
               "func pick(_ n: String) -> some Equatable { n }")
    run = shared.run("func pick(_ n: Int, by k: Int = 3) -> some Equatable { \"<\\(n * k)>\" }\n"
                     "print(pick(3), pick(\"a\"))")
    assert run.stream("stdout") == "<9> a\n", run.messages


def test_operators_in_cells_of_their_own(shared):
    """One that is declared again is no other one, and one of another precedence is the new one."""
    shared.run("infix operator **: MultiplicationPrecedence")
    shared.run("func ** (a: Int, b: Int) -> Int { a * b * 10 }\nfunc both() -> Int { 2 ** 3 }")
    assert shared.run("2 ** 3 + 1").result == "61"
    assert shared.run("infix operator **: MultiplicationPrecedence").status == "ok"
    assert shared.run("2 ** 3 + 1").result == "61"
    assert shared.run("infix operator **: RangeFormationPrecedence").status == "ok"
    assert shared.run("2 ** 3 + 1").result == "80"
    assert shared.run("[1, 2].reduce(1, **) + both()").result == "260"
    assert shared.run("func ** (a: Int, b: Int) -> Int { a - b }\n[2 ** 3 + 1, both()]").result == "[-2, -1]"
    assert "unknown precedence group" in shared.run("infix operator **: Nothing").error
    assert shared.run("2 ** 3 + 1").result == "-2"


def test_a_precedence_group(shared):
    """It is changed with the operators that are declared beside it."""
    def cell(side):
        return (f"precedencegroup Power {{ associativity: {side} higherThan: MultiplicationPrecedence }}\n"
                "infix operator ^^: Power\n"
                "func ^^ (a: Int, b: Int) -> Int { (0..<b).reduce(1) { r, _ in r * a } }")

    for side, expected in [("right", "512"), ("right", "512"), ("left", "64"), ("left", "64")]:
        assert shared.run(cell(side)).status == "ok"
        assert shared.run("2 ^^ 3 ^^ 2").result == expected


def test_a_conformance_again(shared):
    """An extension that is run again states no second conformance; values made before get its functions."""
    def run(cell):
        answer = shared.run(cell)
        assert (answer.status, answer.stream("stderr")) == ("ok", ""), answer.messages
        return answer.result

    run("protocol Greeting { func greet() -> String }\nstruct Guest { var name = 1 }\nclass Host { var name = 2 }")
    cell = ("extension Guest: Greeting { func greet() -> String { \"W\" } }\n"
            "extension Host: Greeting, CustomStringConvertible { func greet() -> String { \"h\" }\n"
            "  var description: String { \"host W\" } }\n"
            "extension Int: Greeting { func greet() -> String { \"W\" } }\n"
            "extension Array: Greeting where Element: Greeting { func greet() -> String { \"W\" + self[0].greet() } }")
    run(cell.replace("W", "a"))
    run("let all: [any Greeting] = [Guest(), Host(), 3, [4]]\nfunc greetings() -> String { all.map { $0.greet() }.joined() }")
    assert run("greetings()") == '"ahaaa"'
    for word in "abb":
        run(cell.replace("W", word))
    assert run("greetings() + \"\\(Host())\" + ((5 as Any) as! any Greeting).greet()") == '"bhbbbhost bb"'
    error = shared.run("extension Guest: Greeting { func greet() -> String { missing } }").error
    assert "cannot find 'missing'" in error and "redundant" not in error


def test_a_type_and_its_conformances_again(shared):
    """In one cell, too, and where the compiler derives what they need."""
    cell = ("struct Grade { var n = 1 }\nextension Grade: Hashable {}\n"
            "extension Grade: Comparable { static func < (a: Grade, b: Grade) -> Bool { a.n < b.n } }\n")
    for sign, expected in [("<", "1"), ("<", "1"), (">", "5"), (">", "5")]:
        answer = shared.run(cell.replace("a.n <", f"a.n {sign}") + "[Grade(n: 5), Grade()].min()!.n")
        assert (answer.result, answer.stream("stderr")) == (expected, "")
    for _ in range(2):
        assert shared.run("import Foundation\nextension Grade: Codable {}\n"
                          "String(decoding: try JSONEncoder().encode(Grade()), as: UTF8.self).count").result == "7"


def test_a_type_in_an_extension(shared):
    """The extension's cell can be run again, with other functions in it."""
    shared.run("struct House { var rooms = 1 }")
    for n in "123":
        run = shared.run("extension House {\n  enum Kind { case low, high }\n  typealias Rooms = [Kind]\n"
                         f"  func kinds() -> Rooms {{ Array(repeating: .high, count: {n}) }}\n}}")
        assert (run.status, run.stream("stderr")) == ("ok", ""), run.messages
        assert shared.run("[House().kinds().count, House.Kind.low == .high ? 1 : 0]").result == f"[{n}, 0]"


def test_a_function_with_other_names_and_another_result(shared):
    """What the body calls an argument does not make it another function."""
    shared.run("func mean(_ a: [Int]) -> Int { 1 }")
    run = shared.run("func mean(_ numbers: [Int]) { print(numbers.count) }\nmean([1, 2])")
    assert run.stream("stdout") == "2\n", run.messages
