"""The committed outputs of the notebook on birds and airplanes hold the tutorial's texts."""

import nbformat

import lab

# What the tutorial prints, in its order; shapes stand there as `torch.Size([...])`.
TEXTS = [
    "50000 10000",
    "[3, 32, 32]",
    "[3, 32, 32, 50000]",
    "tensor([0.4914, 0.4822, 0.4465])",
    "tensor([0.2470, 0.2435, 0.2616])",
    '10000 2000 ["airplane", "bird"]',
    "Sequential(\n"
    "  (0): Linear(in_features=3072, out_features=512, bias=True)\n"
    "  (1): Tanh()\n"
    "  (2): Linear(in_features=512, out_features=2, bias=True)\n"
    ")",
    "1574402",
    "tensor([0.0900, 0.2447, 0.6652])",
    "tensor(1.)",
    "tensor([[0.0900, 0.2447, 0.6652],\n        [0.0900, 0.2447, 0.6652]])",
    "grad_fn=<SoftmaxBackward0>)",
    "tensor([1])",
]


def texts(notebook):
    """All that the cells printed or gave, in order."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", output
            yield output.get("text") or output.get("data", {}).get("text/plain", "")


def test_the_tutorials_texts_are_there():
    """Each stands in the outputs behind the one before it."""
    notebook = nbformat.read(lab.ROOT / "notebooks" / "cifar10-birds-airplanes.ipynb", as_version=4)
    rest = "\n".join(texts(notebook))
    for text in TEXTS:
        assert text in rest, text
        rest = rest.split(text, 1)[1]
    accuracies = [line.split()[-1] for line in rest.splitlines() if line.startswith("new pictures:")]
    connected, convolutional = (float(text.rstrip("%")) for text in accuracies)
    assert connected > 78
    assert convolutional > 88
