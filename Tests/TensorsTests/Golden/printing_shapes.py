"""Tensors of many shapes, types and sizes printed by PyTorch; PrintingTests.swift prints the same."""
import torch

SHAPES = [(), (1,), (5,), (30,), (3, 4), (2, 12), (2, 3, 4), (2, 2, 3, 2), (0, 4), (1001,), (40, 30),
          (3, 500), (8, 9, 17), (2, 1, 600)]
SCALES = [1e-30, 1e-5, 1e-3, 0.1, 1.0, 37.5, 1e3, 1e5, 1e8, 1e20]
LIMITS = [2, 10, 1000, 10**6, 10**12]

print(torch.__version__)
print("---")


def show(t):
    print(t)
    print("---")


for number, shape in enumerate(SHAPES):
    torch.manual_seed(number)
    for dtype in (torch.float32, torch.float64):
        scale = SCALES[torch.randint(0, len(SCALES), (1,)).item()]
        t = torch.randn(shape, dtype=dtype) * scale
        show(t)
        show(t.round() + 0)
        show(t.masked_fill(t > scale, float("nan")).masked_fill(t < -scale, -float("inf")))
    limit = LIMITS[torch.randint(0, len(LIMITS), (1,)).item()]
    whole = torch.randint(-limit, limit, shape)
    show(whole)
    show(whole.to(torch.int32))
    show(whole.to(torch.uint8))
    show(whole > 0)
    leaf = torch.randn(shape, requires_grad=True)
    show(leaf)
    show(leaf * 1)
    show((leaf * 1).double())
