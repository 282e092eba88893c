"""Executes a notebook cell by cell and shows the outputs as they arrive."""

import asyncio
import os
import re
import signal

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

import terminal

KERNEL = "martlet"
START_SECONDS = 120


class Stopped(Exception):
    """The user asked to stop between two cells."""


class LiveClient(NotebookClient):
    """nbclient's client, which prints each output as well, and which Ctrl-C stops in two steps."""

    def __init__(self, notebook, folder):
        kernel = notebook.metadata.get("kernelspec", {}).get("name", KERNEL)
        super().__init__(
            notebook, kernel_name=kernel, timeout=None, startup_timeout=START_SECONDS,
            resources={"metadata": {"path": str(folder)}},
            on_notebook_start=self.listen, on_cell_execute=self.announce)
        self.interrupted = False
        self.asked = None

    def output(self, outs, msg, display_id, cell_index):
        terminal.show(msg["msg_type"], msg["content"])
        return super().output(outs, msg, display_id, cell_index)

    def announce(self, cell, cell_index):
        if self.interrupted:
            raise Stopped
        terminal.announce(self.code_cells_executed + 1, cell.source)

    def listen(self, notebook):
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self.interrupt)

    def interrupt(self):
        """The first Ctrl-C stops the running cell, the second one the kernel."""
        if self.interrupted:
            self.asked = asyncio.ensure_future(self._async_cleanup_kernel())
            return
        self.interrupted = True
        terminal.note("stopping the cell; Ctrl-C once more stops the kernel")
        self.asked = asyncio.ensure_future(self.km.interrupt_kernel())


def run(notebook, folder, output):
    """Runs the notebook in `folder`, writes the executed copy to `output`.

    Returns the exit status and a sentence that says how it went.
    """
    client = LiveClient(notebook, folder)
    try:
        asyncio.run(client.async_execute())
        status, verdict = 0, "every cell ran"
    except CellExecutionError:
        status, verdict = 1, f"cell [{client.code_cells_executed}] failed"
    except Stopped:
        status, verdict = 130, "stopped"
    except DeadKernelError:
        status, verdict = 1, "the kernel died"
    except (NoSuchKernel, RuntimeError) as error:
        return 1, f"the kernel {client.kernel_name} did not start: {error}"
    if client.interrupted:
        status, verdict = 130, "stopped"
    write(notebook, output)
    return status, f"{verdict}; the executed copy is {output}"


def write(notebook, path):
    """Writes the notebook beside its place and renames it."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    nbformat.write(notebook, beside)
    beside.rename(path)


def joined(outputs):
    """Neighbouring pieces of one stream as one output, as JupyterLab stores them."""
    result = []
    for output in outputs:
        last = result[-1] if result else None
        if last and output.output_type == "stream" and last.get("name") == output.name:
            last.text += output.text
        else:
            result.append(output)
    for output in result:
        if output.output_type == "stream":
            # What a carriage return goes back over is written over.
            output.text = re.sub(r"[^\n]*\r(?=[^\n])", "", output.text)
    return result
