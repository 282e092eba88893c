"""What the front page promises."""

import os
import pathlib
import re

import pytest

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"


@pytest.mark.skipif("MARTLET_DATA" not in os.environ, reason="MARTLET_DATA is not set")
def test_the_first_example_trains_a_network(notebook):
    """The code on the front page runs as it stands, and the network knows digits afterwards."""
    example = re.search(r"```swift\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[1]
    assert notebook.run(example).status == "ok"
    right = """
        let seen = DataLoader(digits, batchSize: 1000, shuffle: true).first { _ in true }!
        (model(seen.0).argmax(1) .== seen.1).sum().item() > 900
        """
    assert notebook.run(right).result == "true"
