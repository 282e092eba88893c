"""Loops with a bar, and figures, as a page receives them."""

import base64
import os
import signal
import struct
import time

SETUP = """
import Martlet

struct Ramp: Dataset {
  var count: Int { 600 }
  subscript(i: Int) -> (Tensor, Int) { (Tensor([Double(i % 2) * 2 - 1, 1]), i % 2) }
}
"""


def of_type(run, kind):
    return [m["content"] for m in run.messages if m["msg_type"] == kind]


def test_a_bar_changes_in_place(shared):
    """One output, updated at most ten times a second, full at the end."""
    run = shared.run("import Martlet\nimport Glibc\nfor _ in progress(0..<40, \"steps\") { usleep(20_000) }")
    assert run.status == "ok", run.messages
    shown, = of_type(run, "display_data")
    updates = of_type(run, "update_display_data")
    assert shown["transient"]["display_id"]
    assert {u["transient"]["display_id"] for u in updates} == {shown["transient"]["display_id"]}
    assert 3 <= len(updates) <= 12
    assert "<progress value=\"0\" max=\"40\"" in shown["data"]["text/html"]
    assert "<progress value=\"40\" max=\"40\"" in updates[-1]["data"]["text/html"]
    assert updates[-1]["data"]["text/plain"].startswith("steps: 100%|████████████████████| 40/40 [")
    assert run.stream("stdout") == ""


def test_a_loop_left_early_leaves_its_bar(shared):
    """The bar stays where the loop was left, and a bar that is not to stay goes."""
    run = shared.run("import Martlet\nfor i in progress(0..<10) { if i == 4 { break } }")
    assert "4/10" in of_type(run, "update_display_data")[-1]["data"]["text/plain"]
    run = shared.run("for i in progress(0..<10, leave: false) {}")
    assert of_type(run, "update_display_data")[-1]["data"] == {"text/html": "", "text/plain": ""}


def test_fit_in_a_notebook(shared, tmp_path):
    """A training has one bar and one plot that change in place, a log, and a file of the best model."""
    assert shared.run(SETUP).status == "ok"
    run = shared.run(f"""
let model = Sequential(Linear(2, 4), ReLU(), Linear(4, 2))
let loader = DataLoader(Ramp(), batchSize: 8, shuffle: true)
let history = try fit(
  loader, loader, model, CrossEntropyLoss(), Adam(model.parameters(), lr: 0.01), epochs: 2,
  saveModelPath: "{tmp_path}/deep/best.safetensors", livePlot: true)
""")
    assert run.status == "ok", run.messages
    lines = run.stream("stdout").splitlines()
    assert lines[0].startswith("Epoch[1/2] - Train loss: ")
    assert lines[1].startswith("saved after epoch 1: validation loss fell from inf to 0.")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["best.safetensors"]
    shown = of_type(run, "display_data")
    assert sorted("image/png" in s["data"] for s in shown) == [False, True]
    assert len({s["transient"]["display_id"] for s in shown}) == 2
    last = of_type(run, "update_display_data")[-2:]
    assert any("150/150" in u["data"]["text/plain"] for u in last)


def test_a_training_is_stopped(shared):
    """The stop button ends a training between two batches, and the model is still there."""
    assert shared.run(SETUP).status == "ok"
    shared.run("let long = Sequential(Linear(2, 4), ReLU(), Linear(4, 2))\n"
               "let batches = DataLoader(Ramp(), batchSize: 8)")
    request = shared.client.execute(
        "try fit(batches, batches, long, CrossEntropyLoss(), SGD(long.parameters(), lr: 0.01), epochs: 1_000_000)")
    while True:
        message = shared.client.get_iopub_msg(timeout=60)
        if message["msg_type"] == "stream":
            break
    shared.manager.interrupt_kernel()
    reply = shared.client.get_shell_msg(timeout=60)
    while reply["parent_header"]["msg_id"] != request:
        reply = shared.client.get_shell_msg(timeout=60)
    assert reply["content"]["status"] == "error"
    run = shared.run("long(Tensor([[1.0, 1]])).shape")
    assert run.result == "[1, 2]", run.messages


def test_the_best_model_survives_a_kill(notebook, tmp_path):
    """Killed while it saves a model again and again, a training leaves a whole file."""
    file = tmp_path / "best.safetensors"
    model = "Sequential(Linear(2, 2000), ReLU(), Linear(2000, 2000), ReLU(), Linear(2000, 2))"
    for pause in (0.0, 0.013, 0.031):
        pid = int(notebook.run(SETUP + "import Glibc\nprint(getpid())").stream("stdout"))
        notebook.client.execute(
            f"let big = {model}\nwhile true {{ try big.save(\"{file}\") }}")
        deadline = time.monotonic() + 60
        while not file.exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
        time.sleep(0.1 + pause)
        os.kill(pid, signal.SIGKILL)
        assert notebook.client.get_shell_msg(timeout=60)["content"]["status"] == "error"
        run = notebook.run(f"import Martlet\nlet found = {model}\ntry found.load(\"{file}\")\nprint(\"whole\")")
        assert run.stream("stdout") == "whole\n", run.messages


def test_a_figure_for_sharp_screens(shared):
    """A figure shows itself at the end of the cell, with two pixels for each of its size on the page."""
    run = shared.run("import Martlet\nplt.plot([1, 3, 2], label: \"손실\")\nplt.legend()")
    shown, = of_type(run, "display_data")
    width, height = struct.unpack(">II", base64.b64decode(shown["data"]["image/png"])[16:24])
    assert shown["metadata"]["image/png"] == {"width": width // 2, "height": height // 2}
    run = shared.run("plt.inlineFormat = .svg\nplt.plot([1, 2])")
    shown, = of_type(run, "display_data")
    assert shown["data"]["image/svg+xml"].startswith("<?xml")
    shared.run("plt.inlineFormat = .png")


def test_a_table_of_classes(shared):
    """Precision, recall and F1 of each class are a table of HTML, and text beside it."""
    run = shared.run("import Martlet\nConfusionMatrix(Tensor([0, 1, 1]), Tensor([0, 1, 0]), classes: [\"개\", \"새\"])")
    shown, = of_type(run, "execute_result")
    assert shown["data"]["text/html"].startswith("<table>") and "개" in shown["data"]["text/html"]
    assert "precision    recall  f1-score   support" in shown["data"]["text/plain"]
