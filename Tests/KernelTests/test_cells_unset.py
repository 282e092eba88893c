"""Variables that a cell declares and did not come to set."""

import pytest


def run_cell(notebook, cell):
    run = notebook.run(cell)
    return run, run.reply["content"]["execution_count"]


@pytest.mark.parametrize("stop", ["fatalError(\"x\")", "print([1][9])", "struct E: Error {}\nthrow E()",
                                  "import Glibc\nexit(1)"])
def test_they_are_errors_that_say_what_to_do(shared, stop):
    """What was set before the cell stopped is kept, what was not names the cell to run again."""
    run, number = run_cell(shared, f"let early = 1\nvar (x, y) = (2, 3)\n{stop}\nlet late = 4\nvar other = 5")
    assert run.status == "error"
    assert shared.run("print(early, x, y)").stream("stdout") == "1 2 3\n"
    for name in ("late", "other"):
        error = shared.run(f"print({name})").error
        assert f"run cell {number} again" in error
    assert shared.run("print(early)").stream("stdout") == "1\n"


def test_an_older_variable_of_the_name(shared):
    """One of the same type keeps its value; one of another type would be a surprise."""
    shared.run("let size = 1")
    shared.run("let size = [2][5]").error
    assert shared.run("size").result == "1"
    shared.run("let size = [2.5][5]").error
    assert "run cell" in shared.run("size").error
    shared.run("let size = 3")
    assert shared.run("size").result == "3"


def test_types_and_functions_of_a_stopped_cell_are_there(shared):
    """They need no run."""
    shared.run("fatalError(\"first\")\nfunc given() -> Int { 7 }\nstruct Given { var n = 8 }").error
    assert shared.run("print(given(), Given().n)").stream("stdout") == "7 8\n"


def test_in_a_function_that_the_cell_calls(shared):
    """The place that counts is the line of the cell that called."""
    shared.run("func helper(_ a: [Int]) -> Int {\n\n\n\n  a[9]\n}")
    shared.run("let one = 1\nlet two = helper([1])\nlet three = 3").error
    assert shared.run("one").result == "1"
    for name in ("two", "three"):
        assert "run cell" in shared.run(name).error


def test_changing_one(shared):
    """It is told as reading one is."""
    _, number = run_cell(shared, "var unset = [1].map { _ in [1][5] }")
    assert f"run cell {number} again" in shared.run("unset.append(2)").error
