"""What the compiler says, on the text that the user typed."""

import re

import pytest


def carets(error):
    """Of each caret: the word of the source line that it stands under."""
    words = []
    lines = error.split("\n")
    for above, line in zip(lines, lines[1:]):
        if re.fullmatch(r" *\| *\^~*", line.replace("\t", " ")):
            column = line.index("^")
            words.append(re.match(r"\w+|.", above[column:])[0] if column < len(above) else "")
    return words


POINTED = {
    # The cell, the line that is named, and the word under the caret.
    "plain": ("let a = 1\nlet b = nothing + a", 2, "nothing"),
    "behind tabs": ("if true {\n\tlet b = 1 + nothing\n\tprint(b)\n}", 2, "nothing"),
    "in the result": ("1 + nothing", 1, "nothing"),
    "in a result behind a statement": ("let a = 1; a + nothing", 1, "nothing"),
    "behind a safe point": ("for i in 0..<3 { print(i + nothing) }", 1, "nothing"),
    "behind several": (
        "while true { for i in 0..<3 { repeat { print(nothing) } while i > 1 } }", 1, "nothing"),
    "behind an await": ("func f() async -> Int { 1 }\nlet x = await f() + nothing", 2, "nothing"),
    "in an awaited result": ("func f() async -> Int { 1 }\nawait f() + nothing", 2, "nothing"),
    "behind an import": ("import Foundation; print(nothing)", 1, "nothing"),
    "behind private": ("private let q = nothing", 1, "nothing"),
    "in a method": ("struct S {\n  func f() -> Int {\n    for _ in 0..<2 { return nothing }\n"
                    "    return 1\n  }\n}", 3, "nothing"),
}


@pytest.mark.parametrize("kind", POINTED)
def test_the_caret_stands_under_its_word(shared, kind):
    """The line is the cell's own, and what the engine inserted before a word moves no caret."""
    cell, line, word = POINTED[kind]
    run = shared.run(cell)
    error = run.error
    number = run.reply["content"]["execution_count"]
    assert f"cell {number}, line {line}: error: cannot find 'nothing' in scope" in error
    assert f"{line} | {cell.splitlines()[line - 1]}" in error
    assert carets(error) == [word], error
    assert run.reply["content"]["ename"] == "CompileError"
    assert "cannot find 'nothing' in scope" in run.reply["content"]["evalue"]


def test_the_caret_behind_wide_characters(shared):
    """Hangul takes two columns where the caret is drawn."""
    error = shared.run("let 값 = \"한글\" + 없음").error
    source, caret = [l for l in error.split("\n") if "|" in l]
    width = sum(2 if ord(c) >= 0xAC00 else 1 for c in source[:source.index("없음")])
    assert caret.index("^") == width


def test_several_errors_in_order(shared):
    """All are told, with the compiler's notes."""
    error = shared.run("let a: Int = \"one\"\nlet b = nothing\nfunc f(_ x: Int) {}\nf()\nlet c: String = 4").error
    assert re.findall(r"line (\d+): error", error) == ["1", "2", "4", "5"]
    assert re.search(r"line 3: note: 'f' declared here", error)


def test_errors_are_coloured(shared):
    run = shared.run("nothing")
    assert "\x1b[1;31m" in "\n".join(run.reply["content"]["traceback"])
    assert "\x1b" not in run.reply["content"]["evalue"]


def test_types_have_no_module(shared):
    """A type of an earlier cell is called by its own name."""
    shared.run("struct Apple {}\nstruct Crate<T> { var inside: [T] = [] }")
    error = shared.run("let a: Crate<Apple> = Crate<Int>()\nlet n: Int = Apple()").error
    assert "'Crate<Apple>'" in error and "'Apple'" in error


def test_what_is_missing_at_the_end(shared):
    """A bracket that was never closed is missed in the cell's own text."""
    for cell in ("func f() {", "print((1 + 2)", "let a = [1, 2", "struct S {\n  var x = 1\n"):
        error = shared.run(cell).error
        assert re.search(r"cell \d+, line \d+: error: expected", error), error


@pytest.mark.parametrize("cell", ["}", ")", "let = 3", "1x", "let s = \"open", "@", "#wrong", "\\", "'a'"])
def test_nonsense(shared, cell):
    """Text that is no Swift is an error at its own line."""
    assert "cell" in shared.run(cell).error


def test_a_failing_cell_leaves_no_trace(shared):
    """None of its names exist, and the older ones mean what they did."""
    shared.run("let rate = 1\nfunc grow() -> Int { 1 }")
    assert shared.run("let rate = 2\nfunc grow() -> Int { 2 }\nstruct Ghost {}\nextension Int {"
                      " var ghost: Int { 1 } }\nnothing").status == "error"
    assert shared.run("print(rate, grow())").stream("stdout") == "1 1\n"
    assert "cannot find 'Ghost' in scope" in shared.run("Ghost()").error
    assert "no member 'ghost'" in shared.run("1.ghost").error


def test_warnings_do_not_fail_a_cell(shared):
    """They stand on stderr with line and caret, and nothing that the engine made is warned of."""
    run = shared.run("func f() -> Int {\n  var never = 1\n  return never\n}\nf()")
    assert (run.status, run.result) == ("ok", "1")
    text = re.sub(r"\x1b\[[\d;]*m", "", run.stream("stderr"))
    assert re.search(r"cell \d+, line 2: warning: variable 'never' was never mutated", text)
    assert carets(text) == ["never"]
    for cell in ("for _ in 0..<2 {}", "import Foundation", "let unusedLater = 1",
                 "while false {}"):
        run = shared.run(cell)
        assert run.status == "ok"
        assert "__" not in run.stream("stderr")


def test_a_deprecated_call_is_a_warning_with_its_text(shared):
    shared.run("@available(*, deprecated, message: \"use new\") func old() {}")
    run = shared.run("old()")
    assert run.status == "ok"
    assert "use new" in run.stream("stderr")


@pytest.mark.parametrize("cell, line, text", [
    ("func f(a: Int) {}\nf(1)", 2, "a:"),
    ("struct Lot { let n: Int }\nvar lot = Lot(n: 1)\nlot.n = 2", 1, "var"),
    ("let maybe: Int? = 3\nlet sure = maybe + 1", 2, "!"),
])
def test_fix_its(shared, cell, line, text):
    """What the compiler proposes to write stands below the caret, in the colour of additions."""
    run = shared.run(cell)
    assert run.status == "error"
    shown = "\n".join(run.reply["content"]["traceback"])
    assert re.search(rf"\x1b\[32m[^\n]*{re.escape(text)}", shown), shown
    assert f"line {line}: " in run.error
    assert "<#" not in shown


def test_modules_have_no_name(shared):
    """Where the compiler names the module of a type, the message names its cell."""
    number = shared.run("struct Plain {}").reply["content"]["execution_count"]
    warning = shared.run("extension Plain: Sendable {}").stream("stderr")
    assert f"cell {number}" in warning and "Cell0" not in warning


def test_a_function_without_code(shared):
    """The message names the function, and no file."""
    error = shared.run("@_silgen_name(\"nobody_has_this\") func absent()\nabsent()").error
    assert "'nobody_has_this'" in error and "/" not in error


def test_overriding_what_a_class_got_later(shared):
    """The message says what to do, and that works."""
    base = "class Base { func a() -> Int { 1 }\n%s }"
    shared.run(base % "")
    shared.run("class Sub: Base { override func a() -> Int { 2 } }")
    shared.run(base % "func b() -> Int { 3 }")
    cell = "class Sub: Base { override func a() -> Int { 2 }\noverride func b() -> Int { 4 } }\nSub().b()"
    assert "run the cell that declares 'Base' again" in shared.run(cell).error
    assert shared.run(base % "func b() -> Int { 3 }").status == "ok"
    assert shared.run(cell).result == "4"


@pytest.mark.parametrize("cell, caret, fix", [
    ("let waited = fetch()", "             ^", "             await"),
    ("1 + fetch()", "    ^", "await"),
    ("count = 1 + fetch()", "            ^", "        await"),
    ("print(teller.sum)", "             ^", "await"),
])
def test_a_missing_await_at_the_top_level(shared, cell, caret, fix):
    """A cell may wait where its code says so; the compiler thinks of a function that cannot."""
    shared.run("func fetch() async -> Int { 1 }\nactor Teller { var sum = 1 }\nlet teller = Teller()\nvar count = 0")
    error = shared.run(cell).error
    assert "expression is 'async' but is not marked with 'await'" in error
    assert error.splitlines()[-2:] == ["  | " + caret, "  | " + fix]


def test_where_no_await_helps(shared):
    """In a function, and where an actor's property is set, the compiler's own words stand."""
    shared.run("func fetch() async -> Int { 1 }\nactor Teller { var sum = 1 }\nlet teller = Teller()")
    assert "does not support concurrency" in shared.run("func ask() -> Int { fetch() }").error
    assert "can not be mutated" in shared.run("teller.sum = 3").error


def test_a_message_of_two_lines(shared):
    """One that names a line break."""
    error = shared.run("let number = 0x").error
    assert "'\\n' is not a valid hexadecimal digit" in error


def test_a_mistake_that_a_macro_repeats(shared):
    """It is told once, where the user made it."""
    error = shared.run("import Observation\n@Observable class Form { var x }").error
    assert error.count("type annotation missing") == 1
    assert all(line.startswith(("cell ", "2 |", "  |", "CompileError")) for line in error.splitlines()), error


def test_notes_about_what_nobody_wrote(shared):
    """They are left out."""
    assert "note:" not in shared.run("@main struct App { static func main() {} }").error


def test_a_cell_that_cannot_be_loaded_leaves_no_trace(shared):
    """It calls a function that is nowhere; what else it declares is not there either."""
    shared.run("func lasting() -> Int { 1 }\nlet height = 1")
    error = shared.run("@_silgen_name(\"nowhere\") func nowhere() -> Int32\n"
                       "func lasting() -> Int { 2 }\nlet height = 2, width = 3\nprint(nowhere())").error
    assert "nowhere" in error
    assert shared.run("[lasting(), height]").result == "[1, 1]"
    assert "cannot find 'width'" in shared.run("width").error
