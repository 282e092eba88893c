"""Old values go when nothing can reach them any more."""

import re
from pathlib import Path

import pytest


def megabytes(pid, what):
    """A figure of the worker's memory: VmHWM is its peak, VmRSS what it has now."""
    return int(re.search(rf"{what}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) // 1024


@pytest.mark.parametrize("cell", [
    "var big = [UInt8](repeating: 1, count: 200 << 20)",
    "let big = [UInt8](repeating: 1, count: 200 << 20)",
    "final class Holder { let bytes = [UInt8](repeating: 1, count: 200 << 20) }\nvar holder = Holder()",
    "let (first, second) = ([UInt8](repeating: 1, count: 100 << 20), [UInt8](repeating: 2, count: 100 << 20))",
])
def test_a_cell_that_is_run_twenty_times(notebook, cell):
    """There are never more than two copies of its 200 MB, and one in the end."""
    pid = notebook.run("import Glibc\ngetpid()").result
    before = megabytes(pid, "VmRSS")
    for _ in range(20):
        assert notebook.run(cell).status == "ok"
    assert megabytes(pid, "VmHWM") - before < 450
    assert megabytes(pid, "VmRSS") - before < 250


def test_what_a_cell_lets_go_is_given_back(notebook):
    """Memory of large values goes back to the system."""
    pid = notebook.run("import Glibc\ngetpid()").result
    before = megabytes(pid, "VmRSS")
    notebook.run("var big = [[UInt8]](repeating: [], count: 10)\n"
                 "for i in 0..<10 { big[i] = [UInt8](repeating: 1, count: 20 << 20) }")
    assert megabytes(pid, "VmRSS") - before > 180
    notebook.run("big = []")
    assert megabytes(pid, "VmRSS") - before < 50
