"""Whether a notebook must make do with digits that Martlet draws itself."""

import os
import pathlib
import re
import socket

MNIST = re.compile(r"(?<!\w)MNIST\(")
MIRROR = ("ossci-datasets.s3.amazonaws.com", 443)
SECONDS = 3
NOTICE = """
  ************************************************************************************
  STAND-IN DATA: there is neither a network nor MNIST under MARTLET_DATA, so this
  notebook runs on digits that Martlet draws itself. Its numbers say nothing of MNIST.
  Set MARTLET_DATA to a folder that holds MNIST/raw for the real ones.
  ************************************************************************************
"""


def is_needed(notebook, folder):
    """True when a cell loads MNIST and neither its files nor a network are there."""
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    if not any(MNIST.search(source) for source in sources):
        return False
    places = [folder / "data"]
    if data := os.environ.get("MARTLET_DATA"):
        places.append(pathlib.Path(data))
    return not any(has_mnist(place) for place in places) and not reachable()


def has_mnist(place):
    return any((place / "MNIST" / "raw").glob("train-images-idx3-ubyte*"))


def reachable():
    try:
        socket.create_connection(MIRROR, timeout=SECONDS).close()
    except OSError:
        return False
    return True
