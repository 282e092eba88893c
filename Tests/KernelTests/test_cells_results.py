"""The value of a cell's last expression."""

import pytest

SHOWN = {
    "1 + 1": "2",
    "\"text\\n\"": "\"text\\n\"",
    "[1.5, 2]": "[1.5, 2.0]",
    "Optional(3)": "Optional(3)",
    "nil as Int?": "nil",
    "[\"b\": 2, \"a\": 1]": "[\"a\": 1, \"b\": 2]",
    "(1, \"two\")": "(1, \"two\")",
    "Set([3, 1, 2])": "[1, 2, 3]",
    "Int.self": "Int",
    "1..<5": "1..<5",
    "true ? \"a\" : \"b\"": "\"a\"",
    "{ (x: Int) in x + 1 }(2)": "3",
    "[1, 2, 3]\n  .map { $0 * 2 }\n  .filter { $0 > 2 }": "[4, 6]",
    "let x = 5\nx // a remark": "5",
    "\"\"\"\ntwo\nlines\n\"\"\"": "\"two\\nlines\"",
    "if [1].isEmpty { \"none\" } else { \"some\" }": "\"some\"",
    "switch [2].count {\ncase 1: \"one\"\ncase 2: \"two\"\ndefault: \"many\"\n}": "\"one\"",
    "#if os(Linux)\n\"linux\"\n#else\n\"other\"\n#endif": "\"linux\"",
}


@pytest.mark.parametrize("cell", SHOWN)
def test_shown(shared, cell):
    """A value is shown in a readable form."""
    run = shared.run(cell)
    assert run.result == SHOWN[cell], run.messages
    assert run.labels == ["busy", "execute_input", "execute_result", "idle"]


@pytest.mark.parametrize("cell", [
    "print()", "var a = 1", "a = 2", "a += 1", "a;", "5;", "_ = 5", "()", "func f() {}", "import Foundation",
    "if a > 1 { a = 0 }", "if a > 9 { print() } else { print() }",
    "var b = [1]\nif a > 9 { b.append(1) } else { b.removeLast() }", "for _ in 0..<2 {}", "[1].forEach { _ in }", "_ = display", "",
])
def test_not_shown(shared, cell):
    """Void, an assignment, a declaration, and what a semicolon ends show no value."""
    shared.run("var a = 1")
    run = shared.run(cell)
    assert run.status == "ok", run.messages
    assert run.result is None
    assert run.stream("stderr") == ""


def test_values_of_a_cells_own_types(shared):
    """Structs, enums and classes are shown without the module that the engine made of the cell."""
    shared.run("struct Point { var x = 1.0; var tag: String? = nil }\nclass Net { var w = 1 }\n"
               "enum Way { case north, by(Int, name: String) }\nstruct Pair<T> { var a: T; var b: T }")
    assert shared.run("Point()").result == "Point(x: 1.0, tag: nil)"
    assert shared.run("[Point()]").result == "[Point(x: 1.0, tag: nil)]"
    assert shared.run("Pair(a: Way.north, b: .by(1, name: \"x\"))").result == (
        "Pair<Way>(a: Way.north, b: Way.by(1, name: \"x\"))")
    assert shared.run("Net()").result == "Net"
    assert shared.run("Pair<Net>.self").result == "Pair<Net>"
    assert shared.run("[\"k\": Point.self]").result == "[\"k\": Point]"


def test_printed_values_of_a_cells_own_types(shared):
    """print shows what Swift prints in a program, without the cell's module for types."""
    shared.run("struct Spot { var x = 1.0 }")
    assert shared.run("print(Spot())").stream("stdout") == "Spot(x: 1.0)\n"


def test_a_description_is_used(shared):
    shared.run("struct Money: CustomStringConvertible { var n = 3\n"
               "  var description: String { \"\\(n) won\" } }")
    assert shared.run("Money()").result == "3 won"
    assert shared.run("[Money(n: 1)]").result == "[1 won]"


def test_long_values_are_bounded(shared):
    """A million numbers, a long text and a deep nest are shown in part, and say what is missing."""
    result = shared.run("Array(0..<1_000_000)").result
    assert "… 999980 more …" in result and result.endswith("999999]")
    assert len(result) < 2_000
    assert len(shared.run("String(repeating: \"ab\", count: 1_000_000)").result) < 30_000
    assert len(shared.run("(0..<300).map { r in (0..<300).map { r * $0 } }").result) < 30_000
    assert len(shared.run("Dictionary(uniqueKeysWithValues: (0..<100_000).map { ($0, $0) })").result) < 30_000
    shared.run("final class Ring { var next: Any? }\nlet ring = Ring()\nring.next = ring")
    assert len(shared.run("ring").result) < 30_000


def test_an_ignored_value_is_no_warning(shared):
    """The last expression is a result, a pure call before it is the compiler's usual warning."""
    run = shared.run("[3, 1].sorted()")
    assert (run.result, run.stream("stderr")) == ("[1, 3]", "")
    run = shared.run("[3, 1].sorted()\n5")
    assert run.result == "5"
    assert "warning" in run.stream("stderr") and "unused" in run.stream("stderr")


def test_names_of_files_and_functions(shared):
    """A value that names its source does so as the user knows it."""
    result = shared.run("func here() -> [String] { [#fileID, #function] }\nhere() + [#function]").result
    assert "Cell0" not in result and "here()" in result
