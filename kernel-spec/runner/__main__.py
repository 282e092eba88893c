"""Runs one notebook in Jupyter without a browser; the program behind kernel-spec/run."""

import argparse
import os
import pathlib
import re
import sys
import time

DESCRIPTION = """
Sets up what is missing, then runs one notebook from top to bottom in Jupyter, without a browser:
text outputs appear as they come, pictures as a line with their size. The notebook itself is never
written to; its executed copy goes to FILE. The cells run in the notebook's own folder. The exit
status is 1 when a cell failed, and the cells after it are not run. Ctrl-C stops the running cell.
"""
SET = """
Gives a constant that a cell declares (let NAME = NUMBER) another value, and says so in the output:
--set epochs=1 tries a notebook out in little time.
"""
STAND_IN = """
A notebook that needs MNIST on a machine with neither the files (MARTLET_DATA) nor a network is run
on digits that Martlet draws, and says so; with this option it fails instead.
"""


def arguments():
    parser = argparse.ArgumentParser(prog="kernel-spec/run", description=DESCRIPTION)
    parser.add_argument("notebook", metavar="NOTEBOOK", type=pathlib.Path)
    parser.add_argument(
        "--output", metavar="FILE", type=pathlib.Path,
        help="where the executed copy goes (default: NAME.executed.ipynb beside the notebook)")
    parser.add_argument("--set", metavar="NAME=NUMBER", action="append", default=[], help=SET)
    parser.add_argument("--no-stand-in", action="store_true", help=STAND_IN)
    options = parser.parse_args()
    if options.output is None:
        options.output = options.notebook.with_suffix(".executed.ipynb")
    return options


def settings(options):
    """The values that --set gives."""
    pairs = [text.partition("=") for text in options.set]
    for name, _, value in pairs:
        if not name.isidentifier() or not re.fullmatch(r"[0-9][0-9_]*(\.[0-9]+)?", value):
            refuse(f"--set {name}={value} is not a name and a number, such as epochs=1")
    return {name: value for name, _, value in pairs}


def refuse(sentence):
    sys.exit(f"martlet: {sentence}")


def read(path):
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        refuse(f"there is no notebook {path}")
    except IsADirectoryError:
        refuse(f"{path} is a folder; name one notebook in it")
    except (OSError, ValueError, nbformat.reader.NotJSONError) as error:
        refuse(f"{path} could not be read as a notebook: {error}")


def main():
    options = arguments()
    if options.output.resolve() == options.notebook.resolve():
        refuse("--output is the notebook itself, which is never written to; name another file")
    if not os.access(options.output.parent, os.W_OK):
        refuse(f"nothing can be written to {options.output.parent}; name a place with --output FILE")
    notebook = read(options.notebook)

    import constants
    import live_client
    import stand_in
    import terminal

    folder = options.notebook.parent.resolve()
    if not options.no_stand_in and stand_in.is_needed(notebook, folder):
        terminal.line(stand_in.NOTICE)
        os.environ["MARTLET_STANDIN"] = "1"
    try:
        for sentence in constants.change(notebook, settings(options)):
            terminal.note(sentence)
    except LookupError as error:
        refuse(f"{options.notebook}: {error}")
    started = time.monotonic()
    status, sentence = live_client.run(notebook, folder, options.output)
    terminal.note(f"{sentence} ({time.monotonic() - started:.1f} s)")
    sys.exit(status)


if __name__ == "__main__":
    main()
