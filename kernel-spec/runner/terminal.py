"""A notebook's outputs as lines of a terminal."""

import base64
import re
import struct
import sys

ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")

at_line_start = True


def write(text, stream=sys.stdout):
    """Writes text at once; colours are for terminals only."""
    global at_line_start
    if not text:
        return
    stream.write(text if stream.isatty() else ESCAPE.sub("", text))
    stream.flush()
    at_line_start = text.endswith("\n")


def line(text, stream=sys.stdout):
    write(("" if at_line_start else "\n") + text + "\n", stream)


def note(text):
    """A word of the runner's own."""
    line(f"martlet: {text}")


def announce(count, source):
    """Heads the outputs of a cell with its number and its first line."""
    first, _, rest = source.strip().partition("\n")
    line(f"\x1b[2m[{count}] {first}{' ...' if rest else ''}\x1b[0m")


def show(kind, content):
    """Shows one output message of the kernel."""
    if kind == "stream":
        write(content["text"], sys.stderr if content["name"] == "stderr" else sys.stdout)
    elif kind in ("execute_result", "display_data"):
        line(summary(content["data"]))
    elif kind == "error":
        line("\n".join(content["traceback"]) or f"{content['ename']}: {content['evalue']}", sys.stderr)


def summary(data):
    """The text of a bundle of MIME types; of a picture its type and size."""
    for kind, value in data.items():
        if kind == "image/png":
            return "[image/png {}x{}]".format(*png_size(value))
        if kind.startswith("image/"):
            return f"[{kind}]"
    if "text/plain" in data:
        return data["text/plain"]
    return "[" + ", ".join(data) + "]"


def png_size(encoded):
    """Width and height, read from the header (PNG specification, 11.2.2)."""
    header = base64.b64decode(encoded)[:24]
    return struct.unpack(">II", header[16:24]) if len(header) == 24 else (0, 0)
