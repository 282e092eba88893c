"""A notebook without a front end: sends cells and collects what comes back."""

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from jupyter_client.manager import KernelManager

PATIENCE = 60

# What the engine calls things for itself, and no user should ever read.
INTERNAL = re.compile(r"\bCell\d|__\w|/tmp/|martlet-\d|_exported|sourceLocation|\.swift\b|\$s\d")


@dataclass
class Run:
    """What came back for one cell."""

    reply: dict
    messages: list = field(default_factory=list)

    @property
    def status(self):
        return self.reply["content"]["status"]

    @property
    def labels(self):
        """The published messages in order: their types, or for a status its state."""
        return [m["content"].get("execution_state", m["msg_type"]) for m in self.messages]

    def stream(self, name):
        return "".join(
            m["content"]["text"]
            for m in self.messages
            if m["msg_type"] == "stream" and m["content"]["name"] == name
        )

    @property
    def result(self):
        """The text of the cell's value."""
        for message in self.messages:
            if message["msg_type"] == "execute_result":
                return message["content"]["data"]["text/plain"]

    @property
    def error(self):
        """The text of the cell's error as a terminal without colours shows it.

        There is exactly one, nothing of it stands on stderr too, and no internal name is in it.
        """
        assert self.status == "error", self
        errors = [m["content"] for m in self.messages if m["msg_type"] == "error"]
        assert len(errors) == 1, errors
        assert self.stream("stderr") == ""
        for key in ("ename", "evalue", "traceback"):
            assert errors[0][key] == self.reply["content"][key]
        text = "\n".join(errors[0]["traceback"])
        assert not INTERNAL.search(text + errors[0]["evalue"]), text
        return re.sub(r"\x1b\[[\d;]*m", "", text)


class Notebook:
    """A kernel that was started for a test, and a client of it."""

    def __enter__(self):
        self.manager = KernelManager(kernel_name="martlet")
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def send(self, code, **options):
        """Sends a cell and returns the id of the request."""
        return self.client.execute(code, **options)

    def reply(self, request, channel="shell"):
        get = getattr(self.client, f"get_{channel}_msg")
        while True:
            message = get(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == request:
                return message

    def published(self, request):
        """What is published about a request, from busy to idle."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") != request:
                continue
            messages.append(message)
            if message["content"].get("execution_state") == "idle":
                return messages

    def collect(self, request):
        return Run(self.reply(request), self.published(request))

    def run(self, code, **options):
        """Runs a cell to its end."""
        return self.collect(self.send(code, **options))

    def wait_for_output(self, request):
        """Waits until a cell has printed something."""
        while True:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == request:
                if message["msg_type"] == "stream":
                    return
                # A cell that ends without a word would be waited for in vain.
                assert message["msg_type"] != "error", message["content"]

    def control(self, type, content=None):
        """Sends a request on the control channel and returns its reply."""
        message = self.client.session.msg(type, content or {})
        self.client.control_channel.send(message)
        return self.reply(message["header"]["msg_id"], "control")


def processes_of_session(pid):
    """The processes that belong to the session of a kernel, as long as any lives."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                # The name in parentheses may hold spaces; the session is the fourth field after it.
                name, _, rest = (folder / "stat").read_text().partition(" (")[2].rpartition(") ")
            except (FileNotFoundError, ProcessLookupError):
                continue
            state, _, _, session = rest.split()[:4]
            if int(session) == pid and state != "Z":
                found[int(folder.name)] = name
    return found


def eventually(condition, seconds=5):
    """Whether a condition comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False
