"""Text that nobody should type, and the session goes on."""

import time

import pytest


def test_nothing(shared):
    """Empty cells and mere comments are fine."""
    for cell in ("", "   \n\t\n", "// a remark", "/* a\nlonger /* nested */ one */", "#!/usr/bin/swift", ";"):
        run = shared.run(cell)
        assert run.status == "ok" or cell in (";", "#!/usr/bin/swift"), (cell, run.reply)
        assert shared.run("1").result == "1"


def test_a_megabyte_of_source(shared):
    """Long cells compile; so do long lines and long remarks."""
    run = shared.run("let before = 1\n" + "// " + "x" * 1_000_000 + "\nprint(before)")
    assert run.stream("stdout") == "1\n"
    run = shared.run("let text = \"" + "y" * 1_000_000 + "\"\nprint(text.count)")
    assert run.stream("stdout") == "1000000\n"
    run = shared.run("\n".join(f"let v{i} = {i} // {'z' * 990}" for i in range(1000)) + "\nprint(v999)")
    assert run.stream("stdout") == "999\n", run.reply


def test_deep_nesting(shared):
    """Brackets as deep as no parser likes them are an error or a value, and end nothing."""
    for cell in ("(" * 5000 + "1" + ")" * 5000, "{" * 3000):
        assert shared.run(cell).status in ("ok", "error")
    assert shared.run("1").result == "1"


@pytest.mark.parametrize("cell", ["let a = \"x\0y\"", "print(1)\0", "\0", "let \ufeff = 1", "\ud7ff\uffff", "let 🐦 = 1\nlet \u200b = 2",
                                  "print(\"a\u2028b\")", "let s = \"\u0007\"", "print(1)\r\nprint(2)\r\n"])
def test_odd_characters(shared, cell):
    """An error in words or the natural result."""
    run = shared.run(cell)
    assert run.status in ("ok", "error")
    if run.status == "error":
        assert run.error
    assert shared.run("1").result == "1"


def test_windows_line_ends(shared):
    run = shared.run("let one = 1\r\nprint(one)\r\none + nothing\r\n")
    assert "line 3" in run.error
    assert shared.run("let one = 1\r\nprint(one)\r\n").stream("stdout") == "1\n"


def test_an_import_again(shared):
    """The same import any number of times, one that does not exist is an error."""
    for _ in range(3):
        assert shared.run("import Foundation\nimport Foundation\nprint(Date.self)").stream("stdout") == "Date\n"
    assert "no such module 'Nowhere'" in shared.run("import Nowhere").error


def test_a_cell_that_shadows_print(notebook):
    """The user's own functions win over the library's, and may call it by its full name."""
    notebook.run("func print(_ x: String) { Swift.print(\"mine:\", x) }")
    assert notebook.run("print(\"a\")").stream("stdout") == "mine: a\n"
    assert notebook.run("print(1, 2)").stream("stdout") == "1 2\n"
    assert notebook.run("display(1)").labels[2] == "display_data"


def test_a_cell_that_shadows_string(notebook):
    """Types of the library too, results are still shown."""
    notebook.run("struct String { var n = 1 }\nstruct Int {}\nstruct Void {}\nenum Optional { case mine }")
    assert notebook.run("String()").result == "String(n: 1)"
    assert notebook.run("\"text\"").status in ("ok", "error")
    assert notebook.run("for i in 0..<2 { print(i) }").stream("stdout") == "0\n1\n"
    assert notebook.run("Swift.String(\"a\")").result == "\"a\""


def test_names_like_the_engines_own(notebook):
    """A cell may call its things as the engine calls its own."""
    notebook.run("func worker() -> Int { 1 }\nstruct Cell1 { var n = 5 }\nlet Cell2 = 7\nstruct Cell {}\n"
                 "struct Display {}\nfunc showResult(_ x: Int) {}\nfunc wait() {}")
    assert notebook.run("print(Cell1().n, Cell2, worker())\nfor _ in 0..<1 {}\n3").result == "3"
    assert notebook.run("let r = await Task { 4 }.value\nr").result == "4"


def test_an_error_in_the_middle_is_not_run_in_part(shared):
    """A cell that does not compile prints nothing."""
    run = shared.run("print(\"first\")\nnothing\nprint(\"last\")")
    assert run.stream("stdout") == ""
    assert "nothing" in run.error


@pytest.mark.parametrize("cell", ["[" * 200, "[" * 40 + "]" * 40, "let x = " + "[" * 20 + "\nprint(1)"])
def test_square_brackets_without_end(shared, cell):
    """For each the parser looks ahead twice; that is an error at once instead."""
    start = time.monotonic()
    assert "nested" in shared.run(cell).error
    assert time.monotonic() - start < 5
    assert shared.run("1 + 1").result == "2"


def test_a_mark_of_byte_order(shared):
    """It is no part of the first name."""
    assert shared.run("\ufeffprint(1)").stream("stdout") == "1\n"


def test_old_line_ends(shared):
    """A carriage return alone ends a line, in messages too."""
    assert "line 3" in shared.run("let cr = 2\rprint(cr)\rundeclared").error
    assert shared.run("let cr = 2\rcr").result == "2"


def test_thousands_of_constants(shared):
    """The time they take grows with their number alone."""
    cell = "\n".join(f"let many{i} = {i}" for i in range(2000))
    assert shared.run(cell + "\nmany1999").result == "1999"
