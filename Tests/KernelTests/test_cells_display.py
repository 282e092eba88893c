"""Rich output: what a value gives as MIME types, display, update and clear."""

from base64 import b64decode

import pytest

SWATCH = """
struct Swatch: Displayable {
  var name = "tomato"
  var mimeBundle: MIMEBundle {
    MIMEBundle.html("<b>\\(name)</b>").merging(.text("a \\(name) patch"))
  }
}
"""

BUNDLES = {
    "text/html": (".html(\"<b>x</b>\")", "<b>x</b>"),
    "text/markdown": (".markdown(\"*x*\")", "*x*"),
    "text/latex": (".latex(\"$$x$$\")", "$$x$$"),
    "image/svg+xml": (".svg(\"<svg/>\")", "<svg/>"),
    "application/json": (".json(\"{\\\"a\\\": [1, null]}\")", {"a": [1, None]}),
}


def of_type(run, type):
    return [m["content"] for m in run.messages if m["msg_type"] == type]


def test_a_type_of_the_users_own(shared):
    """As a result and by `display` it is shown in every MIME type that it gives."""
    shared.run(SWATCH)
    result, = of_type(shared.run("Swatch()"), "execute_result")
    assert result["data"] == {"text/html": "<b>tomato</b>", "text/plain": "a tomato patch"}
    shown, = of_type(shared.run("display(Swatch(name: \"sky\"));"), "display_data")
    assert shown["data"] == {"text/html": "<b>sky</b>", "text/plain": "a sky patch"}


@pytest.mark.parametrize("type", BUNDLES)
def test_mime_types(shared, type):
    code, data = BUNDLES[type]
    result, = of_type(shared.run(f"MIMEBundle{code}"), "execute_result")
    assert result["data"][type] == data
    assert "text/plain" in result["data"]


@pytest.mark.parametrize("type", ["png", "jpeg"])
def test_pictures(shared, type):
    """Bytes travel in base64, and the size stands in the metadata."""
    result, = of_type(shared.run(f"MIMEBundle.{type}([1, 2, 255], width: 40)"), "execute_result")
    assert b64decode(result["data"][f"image/{type}"]) == b"\x01\x02\xff"
    assert result["metadata"] == {f"image/{type}": {"width": 40}}


def test_display_keeps_its_place_among_what_is_printed(shared):
    run = shared.run("print(1)\ndisplay(2)\nprint(3)\ndisplay(4)\n5")
    assert run.labels == ["busy", "execute_input", "stream", "display_data", "stream",
                          "display_data", "execute_result", "idle"]


def test_update(shared):
    """A handle changes what is shown, in later cells too, and a name of one's own works."""
    run = shared.run("let status = display(\"epoch 1\")\nstatus.update(\"epoch 2\")")
    shown, = of_type(run, "display_data")
    changed, = of_type(run, "update_display_data")
    assert shown["data"]["text/plain"] == '"epoch 1"'
    assert changed["data"]["text/plain"] == '"epoch 2"'
    assert shown["transient"] == changed["transient"] != {}
    later, = of_type(shared.run("status.update(3)"), "update_display_data")
    assert later["transient"] == shown["transient"]
    named, = of_type(shared.run("display(1, id: \"mine\");"), "display_data")
    assert named["transient"] == {"display_id": "mine"}


def test_display_as_the_last_line_is_no_result(shared):
    """The handle that it returns is of no interest there."""
    run = shared.run("display(1)")
    assert run.labels == ["busy", "execute_input", "display_data", "idle"]


def test_clear_output(shared):
    run = shared.run("print(1)\nclearOutput(wait: true)\nprint(2)\nclearOutput()")
    assert [m["wait"] for m in of_type(run, "clear_output")] == [True, False]
    assert run.labels == ["busy", "execute_input", "stream", "clear_output", "stream",
                          "clear_output", "idle"]


def test_display_from_tasks_and_threads(shared):
    """Outputs of other threads that the cell waits for belong to the cell."""
    run = shared.run(
        "await withTaskGroup(of: Void.self) { g in for i in 0..<20 { g.addTask { display(i) } } }")
    numbers = sorted(int(m["data"]["text/plain"]) for m in of_type(run, "display_data"))
    assert numbers == list(range(20))
