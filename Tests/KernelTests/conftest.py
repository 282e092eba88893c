"""The installed kernel, behind jupyter_client."""

import pytest

from swift_notebook import Notebook


@pytest.fixture
def notebook():
    """A kernel of the test's own."""
    with Notebook() as notebook:
        yield notebook


@pytest.fixture(scope="module")
def shared():
    """One kernel for the tests of a file that leave nothing behind."""
    with Notebook() as notebook:
        yield notebook
