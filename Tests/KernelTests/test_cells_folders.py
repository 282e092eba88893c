"""The folder where cells are compiled."""

import signal

import pytest
from swift_notebook import Notebook, eventually


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A temporary folder of the kernel's own, short as paths of sockets have to be."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def left(folder):
    return [path.name for path in folder.iterdir() if path.name.startswith("martlet-")]


def test_removed_at_shutdown(folder):
    """While the kernel lives there is one, and nobody else can read it; then there is none."""
    with Notebook() as notebook:
        assert notebook.run("1").result == "1"
        name, = left(folder)
        assert (folder / name).stat().st_mode & 0o777 == 0o700
        process = notebook.manager.provisioner.process
        notebook.control("shutdown_request", {"restart": False})
        assert process.wait(timeout=10) == 0
    assert left(folder) == []


def test_one_that_was_left_is_removed_at_the_next_start(folder):
    """kill -9 leaves the folder behind; the next kernel tidies up, and leaves those of the living."""
    with Notebook() as living:
        living.run("let kept = 5")
        with Notebook() as notebook:
            notebook.run("1")
            process = notebook.manager.provisioner.process
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=10)
        assert len(left(folder)) == 2
        with Notebook() as notebook:
            notebook.run("1")
            assert eventually(lambda: len(left(folder)) == 2)
            assert str(process.pid) not in " ".join(left(folder))
        assert living.run("kept").result == "5"


def test_it_stays_small(folder):
    """A cell that is run again and again leaves only what later cells need."""
    with Notebook() as notebook:
        for _ in range(10):
            notebook.run("let text = \"" + "x" * 100_000 + "\"\nfor _ in 0..<2 {}")
        files = [path for path in (folder / left(folder)[0]).iterdir()]
        assert sum(path.stat().st_size for path in files) < 10 * 1_500_000
