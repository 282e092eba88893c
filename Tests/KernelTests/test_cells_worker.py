"""The end of the process that runs the cells."""

import os
import signal
import time

import pytest
from test_cells_interrupts import by_message
from swift_notebook import Notebook, processes_of_session


def worker(notebook):
    found = [p for p, name in processes_of_session(notebook.pid).items() if "worker" in name]
    if not found:  # in a session of its own
        for folder in os.listdir("/proc"):
            if folder.isdigit():
                try:
                    fields = open(f"/proc/{folder}/stat").read().rpartition(") ")[2].split()
                    if int(fields[1]) == notebook.pid and "worker" in open(f"/proc/{folder}/comm").read():
                        found.append(int(folder))
                except OSError:
                    pass
    return found[0]


def test_killed_in_a_cell(notebook):
    """The cell's error says what happened and what is lost; functions and types are still there."""
    notebook.run("func twice(_ x: Int) -> Int { x * 2 }\nstruct Box { var n = 1 }")
    number = notebook.run("let kept = 5\nvar list = [1, 2]").reply["content"]["execution_count"]
    request = notebook.send("print(\"on\")\nwhile true {}")
    notebook.wait_for_output(request)
    os.kill(worker(notebook), signal.SIGKILL)
    error = notebook.collect(request).error
    assert "signal 9" in error and "lost" in error and "Run the cells again" in error
    assert notebook.run("print(twice(Box(n: 4).n))").stream("stdout") == "8\n"
    assert f"run cell {number} again" in notebook.run("kept").error
    notebook.run("let kept = 5\nvar list = [1, 2]")
    assert notebook.run("print(kept, list)").stream("stdout") == "5 [1, 2]\n"


def test_killed_between_cells(notebook):
    """The next cell says so, the one after it runs."""
    notebook.run("let kept = 5")
    os.kill(worker(notebook), signal.SIGKILL)
    assert "signal 9" in notebook.run("print(1)").error
    assert notebook.run("print(2)").stream("stdout") == "2\n"


def test_values_that_cannot_be_hidden(notebook):
    """One whose type cannot be copied does not keep the others from being told as lost."""
    notebook.run("import Synchronization\nlet guarded = Mutex(1)\nvar kept = [1]")
    os.kill(worker(notebook), signal.SIGKILL)
    assert notebook.run("1").status == "error"
    for name in ("kept", "guarded"):
        assert f"'{name}' is unavailable: its value was lost" in notebook.run(f"_ = {name}").error


def test_it_may_die_again(notebook):
    """A cell that kills its own process is told of, as often as one likes."""
    notebook.run("import Glibc\nfunc f() -> Int { 3 }")
    for _ in range(3):
        assert "signal 9" in notebook.run("kill(getpid(), SIGKILL)").error
        assert notebook.run("f()").result == "3"


@pytest.fixture
def limited(monkeypatch):
    monkeypatch.setenv("MARTLET_MEMORY", "700M")
    with Notebook() as notebook:
        yield notebook


def test_memory_is_limited(limited):
    """A cell that asks for more than MARTLET_MEMORY is an error, and its variables are kept."""
    limited.run("var hoard: [[UInt8]] = []\nlet kept = 5")
    error = limited.run("while true { hoard.append([UInt8](repeating: 1, count: 50_000_000)) }").error
    assert "memory" in error.lower()
    run = limited.run("print(kept, hoard.count < 15)\nhoard = []")
    assert run.stream("stdout") == "5 true\n", run.messages
    assert limited.run("[UInt8](repeating: 1, count: 300_000_000).count").result == "300000000"


def test_a_cell_that_nothing_stops(notebook):
    """Asked a second time, and seconds later, an interrupt ends the worker."""
    notebook.run("import Glibc\nfunc f() -> Int { 3 }")
    # It blocks the signal that would end its sleep.
    request = notebook.send("var all = sigset_t(); sigfillset(&all); pthread_sigmask(SIG_BLOCK, &all, nil)\n"
                            "sleep(1000)")
    time.sleep(1)
    by_message(notebook)
    time.sleep(3.5)
    by_message(notebook)
    run = notebook.collect(request)
    assert "signal 9" in run.error
    assert notebook.run("f()").result == "3"


def test_many_small_objects_meet_the_limit_too(limited):
    """The runtime does not say why it cannot make an object; the error does."""
    error = limited.run("final class Link { var next: Link?; init(_ next: Link?) { self.next = next } }\n"
                        "var head: Link?\nwhile true { head = Link(head) }").error
    assert "out of memory" in error.split("\n")[0], error
