"""How a kernel starts, is interrupted, and ends."""

import os
import signal
import subprocess
import sys
import time

from jupyter_client.kernelspec import get_kernel_spec
from swift_notebook import eventually, processes_of_session

ENDLESS = 'print("on")\nwhile true {}'


def test_interrupt_when_idle(notebook):
    """Nothing happens, by message or by signal."""
    notebook.run("let kept = 5")
    notebook.manager.interrupt_kernel()
    assert notebook.control("interrupt_request")["content"]["status"] == "ok"
    os.kill(notebook.pid, signal.SIGINT)
    time.sleep(0.3)
    assert notebook.run("print(kept)").stream("stdout") == "5\n"


def test_interrupt_of_a_cell(notebook):
    """The cell ends with an error, what it had set before is kept."""
    for interrupt in (
        lambda: notebook.control("interrupt_request"),
        lambda: os.kill(notebook.pid, signal.SIGINT),
    ):
        notebook.run("var count = 0")
        cell = notebook.send("count = 7\n" + ENDLESS)
        notebook.wait_for_output(cell)
        interrupt()
        assert notebook.reply(cell)["content"]["status"] == "error"
        assert notebook.run("print(count)").stream("stdout") == "7\n"


def test_a_trap_keeps_the_state(notebook):
    """A cell that traps gives one error, and variables live on."""
    notebook.run("var total = 1")
    run = notebook.run("total += 1\nlet a = [1, 2]; print(a[7])")
    assert run.status == "error"
    assert run.labels == ["busy", "execute_input", "error", "idle"]
    assert "Index out of range" in run.reply["content"]["evalue"]
    assert notebook.run("print(total)").stream("stdout") == "2\n"


def test_shutdown_leaves_nothing(notebook):
    """The kernel answers, ends with status 0, and takes all processes along, in a cell too."""
    pid, process = notebook.pid, notebook.manager.provisioner.process
    cell = notebook.send(ENDLESS)
    notebook.wait_for_output(cell)
    assert len(processes_of_session(pid)) >= 2
    reply = notebook.control("shutdown_request", {"restart": False})
    assert reply["content"] == {"status": "ok", "restart": False}
    assert process.wait(timeout=3) == 0
    assert eventually(lambda: not processes_of_session(pid))


def test_sigterm_is_an_orderly_shutdown(notebook):
    pid, process = notebook.pid, notebook.manager.provisioner.process
    notebook.run("1")
    os.kill(pid, signal.SIGTERM)
    assert process.wait(timeout=3) == 0
    assert eventually(lambda: not processes_of_session(pid))


def test_kill_leaves_no_child(notebook):
    """kill -9 on the kernel ends the worker, in an endless cell too."""
    pid = notebook.pid
    cell = notebook.send(ENDLESS)
    notebook.wait_for_output(cell)
    assert len(processes_of_session(pid)) >= 2
    os.kill(pid, signal.SIGKILL)
    assert eventually(lambda: not processes_of_session(pid)), processes_of_session(pid)


def test_the_kernel_ends_with_its_jupyter():
    """A Jupyter that dies without a word leaves no kernel behind."""
    script = (
        "import os; from swift_notebook import Notebook; n = Notebook().__enter__();"
        "n.run('1'); print(n.pid, flush=True); os._exit(1)"
    )
    folder = os.path.dirname(__file__)
    jupyter = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, timeout=60
    )
    pid = int(jupyter.stdout)
    assert eventually(lambda: not processes_of_session(pid)), processes_of_session(pid)


def test_mistakes_are_told():
    """A connection file that is missing or wrong is named, and the status says so."""
    program = get_kernel_spec("martlet").argv[0]
    for path, reason in (
        ("/nowhere/k.json", "can not be read: No such file or directory."),
        (os.devnull, "is not usable: not valid JSON"),
    ):
        kernel = subprocess.run(
            [program, "kernel", "--connection-file", path], capture_output=True, text=True
        )
        assert kernel.returncode == 1
        assert kernel.stderr == f"Error: The connection file {path} {reason}\n"


def test_restart_forgets(notebook):
    """A restarted kernel listens at the same places, counts from 1 and knows no variable."""
    notebook.run("let kept = 5")
    first, session = notebook.pid, notebook.run("1").reply["header"]["session"]
    notebook.manager.restart_kernel()
    notebook.client.wait_for_ready(timeout=60)
    assert notebook.pid != first
    run = notebook.run("print(kept)")
    assert run.status == "error"
    assert run.reply["content"]["execution_count"] == 1
    assert run.reply["header"]["session"] != session
    assert eventually(lambda: not processes_of_session(first))


def test_a_dead_worker_is_an_error(notebook):
    """The kernel outlives the process that runs cells, says what happened, and starts another."""
    notebook.run("1")
    workers = [p for p, name in processes_of_session(notebook.pid).items() if "worker" in name]
    assert workers
    cell = notebook.send(ENDLESS)
    notebook.wait_for_output(cell)
    os.kill(workers[0], signal.SIGKILL)
    assert notebook.collect(cell).status == "error"
    assert notebook.run("print(1)").stream("stdout") == "1\n"


def test_prepare(tmp_path):
    """What the compiler keeps for the first cell of all is there once `prepare` has run."""
    program = get_kernel_spec("martlet").argv[0]
    subprocess.run([program, "prepare"], env=os.environ | {"XDG_CACHE_HOME": str(tmp_path)}, check=True)
    kept = {path.name.split("-")[0] for path in (tmp_path / "martlet/modules").rglob("*.pcm")}
    assert {"SwiftShims", "SwiftGlibc"} <= kept, kept
