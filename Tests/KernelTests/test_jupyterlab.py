"""Notebooks in JupyterLab, in a real browser without a window."""

import os
import re

import nbformat
import pytest

import lab

pytestmark = pytest.mark.skipif(lab.missing_browser() is not None, reason=str(lab.missing_browser()))

PICTURE = """
import Martlet
plt.imshow(Tensor([[0.0, 1.0], [2.0, 3.0]]), cmap: .gray)
plt.title("두 줄 two rows")
plt.show()
"""


def notebook(cells):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata.kernelspec = {
        "name": "martlet", "display_name": "Swift (Martlet)", "language": "swift"}
    return made


def test_cells_show_text_values_and_pictures(tmp_path):
    """A printed line, a value and a plot of one notebook all reach the page."""
    folder = tmp_path / "한글 folder"
    folder.mkdir()
    nbformat.write(
        notebook(["let numbers = [1, 2, 3]\nprint(\"sum\", numbers.reduce(0, +))",
                  "numbers.map { $0 * 2 }", PICTURE.strip()]),
        folder / "small.ipynb")
    with lab.lab(folder, tmp_path) as address, lab.browser() as driver:
        page = lab.Page(driver, address("small.ipynb"))
        page.run_all(seconds=60)
        page.screenshots("small")
        assert page.errors() == []
        assert "sum 6" in page.outputs()
        assert "[2, 4, 6]" in page.outputs()
        assert len(page.pictures()) == 1


@pytest.mark.skipif("MARTLET_DATA" not in os.environ, reason="MARTLET_DATA is not set")
def test_the_first_tutorial_runs_from_top_to_bottom(tmp_path):
    """Run All on the committed notebook: the pictures appear, and the net learns the digits."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    source = nbformat.read(lab.ROOT / "notebooks" / "mnist-lenet.ipynb", as_version=4)
    for cell in source.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(source, folder / "mnist-lenet.ipynb")
    with lab.lab(folder, tmp_path) as address, lab.browser() as driver:
        page = lab.Page(driver, address("mnist-lenet.ipynb"))
        page.run_all(seconds=600)
        page.screenshots("mnist-lenet")
        assert page.errors() == []
        assert len(page.pictures()) >= 3
        accuracy = float(re.search(r"Accuracy: ([\d.]+)", page.outputs())[1])
        assert accuracy >= 94
