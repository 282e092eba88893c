"""The compiler and the linker that wait for cells."""

import os
import signal
from pathlib import Path

from swift_notebook import Notebook, eventually


def processes(kernel, tool):
    """The processes of a tool that a kernel has started, and those that they have forked."""
    def parent(process):
        try:
            return int((process / "stat").read_text().rsplit(")")[-1].split()[1])
        except OSError:
            return 0

    def name(process):
        try:
            return Path((process / "cmdline").read_bytes().split(b"\0")[0].decode()).name
        except OSError:
            return ""

    found = [p for p in Path("/proc").iterdir() if p.name.isdigit() and name(p) == tool]
    started = [int(p.name) for p in found if parent(p) == kernel]
    return started + [int(p.name) for p in found if parent(p) in started]


def kernel(notebook):
    return notebook.manager.provisioner.process.pid


def test_a_killed_linker_is_replaced():
    """A cell is linked without the linker that waited, and those after it by another."""
    with Notebook() as notebook:
        notebook.run("let a = 1")
        old = processes(kernel(notebook), "ld.lld")
        assert len(old) >= 1
        for process in old:
            os.kill(process, signal.SIGKILL)
        assert notebook.run("a + 1").result == "2"
        assert eventually(lambda: set(processes(kernel(notebook), "ld.lld")) - set(old))
        assert notebook.run("a + 2").result == "3"


def test_a_killed_compiler_is_replaced():
    """A cell is compiled without the compiler that waited."""
    with Notebook() as notebook:
        notebook.run("let a = 1")
        assert eventually(lambda: processes(kernel(notebook), "swift-frontend"))
        for process in processes(kernel(notebook), "swift-frontend"):
            os.kill(process, signal.SIGKILL)
        assert notebook.run("a + 1").result == "2"
        assert notebook.run("for i in 0..<3 { print(i + a) }").stream("stdout") == "1\n2\n3\n"


def test_nothing_is_left_behind_a_killed_kernel():
    """The tools end when nobody can ask them for anything."""
    with Notebook() as notebook:
        notebook.run("let a = 1")
        tools = ["ld.lld", "swift-frontend"]
        assert all(eventually(lambda: processes(kernel(notebook), tool)) for tool in tools)
        waiting = [p for tool in tools for p in processes(kernel(notebook), tool)]
        os.kill(kernel(notebook), signal.SIGKILL)
        assert eventually(lambda: not any(Path(f"/proc/{p}").exists() for p in waiting))


def test_a_cell_brings_the_libraries_it_imports():
    """What a module of the toolchain needs is loaded, in the cell that imports it and later ones."""
    with Notebook() as notebook:
        notebook.run("import FoundationXML")
        notebook.run('let document = try XMLDocument(xmlString: "<a><b>1</b></a>")')
        assert notebook.run('try document.nodes(forXPath: "//b")[0].stringValue ?? ""').result == '"1"'
        notebook.run("import RegexBuilder\nlet digits = Regex { OneOrMore(.digit) }")
        assert notebook.run('String("ab12".firstMatch(of: digits)!.0)').result == '"12"'
