"""Writes the kernelspec, unless it is there already.

usage: kernelspec.py PROGRAM LOGOS DEST

PROGRAM is the absolute path of `martlet`, LOGOS the folder of the kernel's logos, DEST the folder
that becomes the kernelspec. Each file is written beside its place and renamed, so that a Jupyter
that looks meanwhile never reads half of one.
"""

import json
import os
import pathlib
import sys


def kernel_json(program):
    specification = {
        "argv": [program, "kernel", "--connection-file", "{connection_file}"],
        "display_name": "Swift (Martlet)",
        "language": "swift",
        "interrupt_mode": "message",
        "metadata": {"debugger": False},
    }
    return (json.dumps(specification, indent=2, ensure_ascii=False) + "\n").encode()


def place(path, content):
    """Returns whether the file had to be written."""
    if path.exists() and path.read_bytes() == content:
        return False
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.rename(path)
    return True


def main(program, logos, dest):
    dest = pathlib.Path(dest)
    dest.mkdir(parents=True, exist_ok=True)
    files = {path.name: path.read_bytes() for path in pathlib.Path(logos).iterdir()}
    files["kernel.json"] = kernel_json(program)
    if any([place(dest / name, content) for name, content in files.items()]):
        print(f"martlet: the kernel \"Swift (Martlet)\" is in {dest}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except OSError as error:
        sys.exit(f"martlet: {error}")
