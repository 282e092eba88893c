"""Whether a notebook must make do with digits that Martlet draws itself."""

import os
import pathlib
import queue
import re
import threading
import urllib.request

LOADS_MNIST = re.compile(r"(?<!\w)MNIST\((?:\s*root:\s*\"([^\"]*)\")?")
FILE = "train-labels-idx1-ubyte"
MIRRORS = ("https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/")
SECONDS = 3
NOTICE = """
  ************************************************************************************
  STAND-IN DATA: there is neither a network nor MNIST under MARTLET_DATA, so this
  notebook runs on digits that Martlet draws itself. Its numbers say nothing of MNIST.
  Set MARTLET_DATA to a folder that holds MNIST/raw for the real ones.
  ************************************************************************************
"""


def is_needed(notebook, folder):
    """True when a cell loads MNIST, its files are nowhere, and no mirror answers."""
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    roots = [match[1] for source in sources for match in LOADS_MNIST.finditer(source)]
    if not roots:
        return False
    places = [folder / root for root in roots if root]
    if data := os.environ.get("MARTLET_DATA"):
        places.append(pathlib.Path(data))
    return not any(has_mnist(place) for place in places) and not reachable()


def has_mnist(place):
    return any((place / "MNIST" / "raw").glob(f"{FILE}*"))


def reachable():
    """Whether one of the mirrors answers in time.

    Looking up a host may take far longer than any timeout given to it, so each mirror is asked on
    a thread that is left behind.
    """
    answers = queue.Queue()
    for mirror in MIRRORS:
        threading.Thread(target=lambda m=mirror: answers.put(answers_to(m)), daemon=True).start()
    try:
        return any(answers.get(timeout=SECONDS) for _ in MIRRORS)
    except queue.Empty:
        return False


def answers_to(mirror):
    request = urllib.request.Request(f"{mirror}{FILE}.gz", method="HEAD")
    try:
        urllib.request.urlopen(request, timeout=SECONDS).close()
    except (OSError, ValueError):
        return False
    return True
