"""Runs one long command of the set-up: its full output goes to a log, one line says how far it is.

usage: step.py [--total N] TITLE LOG COMMAND [ARGUMENT ...]

On a terminal the line is rewritten in place, elsewhere a new one is printed every ten seconds.
When the command fails, the end of the log is shown and its exit status returned.
"""

import argparse
import collections
import os
import re
import shutil
import subprocess
import sys
import time

TAIL = 25
QUIET_SECONDS = 10

# How far a command is, as each of them says it: swift build, apt-get with APT::Status-Fd, pip.
COUNTED = re.compile(r"^\[(\d+)/(\d+)\] (.*)")
APT = re.compile(r"^(?:dlstatus|pmstatus):[^:]*:([\d.]+):(.*)")
PIP = re.compile(r"^\s*(?:Collecting|Requirement already satisfied:) (\S+)")
PIP_LATER = re.compile(r"^(Installing collected packages|Successfully installed)")


class Progress:
    """What the last lines of the output say about how far the command is."""

    def __init__(self, total):
        self.total = total
        self.seen = 0
        self.text = ""

    def read(self, line):
        """Returns true when the line belongs into the log too."""
        if match := COUNTED.match(line):
            self.text = f"[{match[1]}/{match[2]}] {match[3]}"
        elif match := APT.match(line):
            self.text = f"{float(match[1]):.0f} %  {match[2]}"
            return False
        elif self.total and (match := PIP.match(line)):
            self.seen += 1
            self.text = f"[{min(self.seen, self.total)}/{self.total}] {match[1]}"
        elif match := PIP_LATER.match(line):
            self.text = match[1]
        return True


class Line:
    """The one line that is kept up to date, or the plain lines where there is no terminal."""

    def __init__(self, title):
        self.title = title
        self.started = self.shown = time.monotonic()
        self.terminal = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        if not self.terminal:
            self.plain("...")

    def seconds(self):
        return time.monotonic() - self.started

    def plain(self, text):
        print(f"martlet: {self.title} {text}", flush=True)

    def update(self, text):
        now = time.monotonic()
        if now - self.shown < (0.1 if self.terminal else QUIET_SECONDS):
            return
        self.shown = now
        state = f"{self.seconds():4.0f} s  {text}"
        if self.terminal:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\033[K{f'martlet: {self.title} {state}'[:width]}", end="", flush=True)
        else:
            self.plain(state)

    def end(self, text):
        if self.terminal:
            print("\r\033[K", end="")
        self.plain(text)


def run(title, log_path, command, total):
    progress, line = Progress(total), Line(title)
    tail = collections.deque(maxlen=TAIL)
    with open(log_path, "a", encoding="utf-8") as log:
        print(f"\n# {title}: {' '.join(command)}", file=log, flush=True)
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace")
        try:
            for text in process.stdout:
                if progress.read(text):
                    log.write(text)
                    log.flush()
                    tail.append(text)
                line.update(progress.text)
            status = process.wait()
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            line.end("stopped")
            return 130
    if status != 0:
        line.end(f"failed after {line.seconds():.0f} s; the end of {log_path}:")
        print("".join(f"  {text}" for text in tail), end="", flush=True)
        return status if status > 0 else 128 - status
    line.end(f"done in {line.seconds():.0f} s")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--total", type=int, default=0)
    parser.add_argument("title")
    parser.add_argument("log")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    sys.exit(run(options.title, options.log, options.command, options.total))
