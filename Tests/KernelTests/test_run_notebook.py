"""What `kernel-spec/run` does once everything is set up."""

import os
import pathlib
import re
import signal
import subprocess
import sys

import nbformat
import pytest

RUNNER = pathlib.Path(__file__).resolve().parents[2] / "kernel-spec" / "runner"
# A mirror that nobody can reach: nothing listens on the port of "discard".
NO_NETWORK = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


@pytest.fixture
def write(tmp_path):
    """Writes a notebook of the given cells into a folder with a space and Hangul in its name."""

    def write(*cells, kernel="martlet"):
        folder = tmp_path / "학생 one"
        folder.mkdir(exist_ok=True)
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
        notebook.metadata.kernelspec = {"name": kernel, "display_name": kernel}
        nbformat.write(notebook, folder / "cells.ipynb")
        return folder / "cells.ipynb"

    return write


def start(notebook, *options, **environment):
    return subprocess.Popen(
        [sys.executable, RUNNER, notebook, *options], text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | environment)


def run(notebook, *options, **environment):
    process = start(notebook, *options, **environment)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def executed(notebook):
    return nbformat.read(notebook.with_name("cells.executed.ipynb"), as_version=4)


def test_outputs_are_printed_and_kept(write):
    """Text goes to the terminal and into the copy; the notebook itself stays as it was."""
    notebook = write("print(\"하나\")\nprint(2)", "1 + 2")
    before = notebook.read_bytes()
    status, out, err = run(notebook)
    assert (status, err) == (0, "")
    copy = notebook.with_name("cells.executed.ipynb")
    assert re.sub(r"\(.* s\)", "(TIME)", out) == (
        "[1] print(\"하나\") ...\n하나\n2\n[2] 1 + 2\n3\n"
        f"martlet: every cell ran; the executed copy is {copy} (TIME)\n")
    assert notebook.read_bytes() == before
    first, second = executed(notebook).cells
    assert [output.text for output in first.outputs] == ["하나\n2\n"]
    assert second.outputs[0].data["text/plain"] == "3"


def test_pictures_are_lines_with_their_size(write):
    """A terminal shows no picture, but it can say that there is one."""
    cell = "import Martlet\nplt.figure(figsize: (3, 2))\nplt.imshow(Tensor.zeros(2, 2))\nplt.show()"
    notebook = write(cell)
    status, out, _ = run(notebook)
    assert status == 0
    assert re.search(r"^\[image/png \d+x\d+\]$", out, re.MULTILINE)
    assert "image/png" in executed(notebook).cells[0].outputs[0].data


def test_a_failed_cell_ends_the_run(write):
    """The reason is on the terminal and in the copy, and the cells below are not run."""
    notebook = write("let a = [1, 2]", "print(a[7])", "print(\"never\")")
    status, out, err = run(notebook)
    assert status == 1
    assert "Index out of range" in err
    assert "cell [2] failed" in out
    assert "never" not in out
    cells = executed(notebook).cells
    assert cells[1].outputs[-1].output_type == "error"
    assert cells[2].outputs == []


def test_control_c_stops_the_cell(write):
    """An interrupt ends the endless loop and the run, and what was printed is kept."""
    notebook = write("print(\"begun\")\nwhile true {}", "print(\"never\")")
    process = start(notebook)
    for line in process.stdout:
        if line == "begun\n":
            break
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "martlet: stopped" in out and "never" not in out
    assert executed(notebook).cells[0].outputs[0].text == "begun\n"


def test_digits_are_drawn_only_as_a_last_resort(write, tmp_path):
    """Without files and network the kernel is told to draw, loudly; not if forbidden or needless."""
    cell = """
        import Foundation
        // MNIST(root: "data")
        print("stand-in:", ProcessInfo.processInfo.environment["MARTLET_STANDIN"] ?? "no")
        """
    notebook = write(cell)
    nowhere = NO_NETWORK | {"MARTLET_DATA": str(tmp_path)}
    _, out, _ = run(notebook, **nowhere)
    assert "STAND-IN DATA" in out and "stand-in: 1" in out
    _, out, _ = run(notebook, "--no-stand-in", **nowhere)
    assert "STAND-IN DATA" not in out and "stand-in: no" in out
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    (raw / "train-labels-idx1-ubyte").touch()
    _, out, _ = run(notebook, **nowhere)
    assert "STAND-IN DATA" not in out and "stand-in: no" in out


def test_what_cannot_be_run_is_one_sentence(write, tmp_path):
    """No traceback for what the user can put right."""
    notebook = write("1")
    assert run(notebook, "--output", notebook)[2].startswith("martlet: --output is the notebook")
    nothing = tmp_path / "nothing.ipynb"
    assert run(nothing) == (1, "", f"martlet: there is no notebook {nothing}\n")
    text = tmp_path / "text.ipynb"
    text.write_text("no JSON")
    assert run(text)[2].count("\n") == 1
    status, out, _ = run(write("1", kernel="unheard-of"))
    assert status == 1
    assert "martlet: the kernel unheard-of did not start: No such kernel" in out


def test_a_constant_gets_another_value(write):
    """A long training can be tried in little time, and the output says that it was short."""
    notebook = write("let epochs = 1_000  // many\nprint(epochs)")
    status, out, err = run(notebook, "--set", "epochs=2")
    assert (status, err) == (0, "")
    assert "martlet: epochs is 2 in this run, not 1_000\n" in out
    assert executed(notebook).cells[0].outputs[0].text == "(epochs is 2 in this run, not 1_000)\n2\n"
    assert run(notebook, "--set", "steps=2")[2].strip().endswith('no cell has a line "let steps = " and a number')
    assert "such as epochs=1" in run(notebook, "--set", "epochs=few")[2]
