"""Tensors printed by PyTorch; PrintingTests.swift prints the same ones in the same order."""
import torch
import torch.nn.functional as F

T = torch.tensor
nan, inf = float("nan"), float("inf")


def show(*tensors):
    for t in tensors:
        print(t)
        print("---")


print(torch.__version__)
print("---")
torch.manual_seed(0)

# random
show(torch.rand(2), torch.randn(2, 9, requires_grad=True), torch.randn(3, 4, 5))
show(torch.randn(30, 50), torch.randn(10, 10, 20), torch.rand(3, dtype=torch.float64))
show(torch.rand(64), torch.randint(0, 10, (64,)))
show(torch.randn(2, 7, requires_grad=True) * 1, torch.randn(7, requires_grad=True) * 1)

# plain
show(torch.zeros(3), T(3.5), T(3), T([1.0, 2, 3]), T([0, 4]), torch.arange(2000))
show(T([True, False]), torch.arange(5).int(), torch.arange(5).to(torch.uint8))
show(torch.nn.Parameter(torch.ones(2)), T([[1.0, 2], [3, 4]]) > 2)
show(torch.empty(0), torch.empty(0, 3), torch.empty(0, dtype=torch.int64))
show(torch.empty(2, 0, 3, dtype=torch.float64))

# ranges
show(T([1e-5, 1.0]), T([1e9, 1.0]), T([1000.5, 1, 2.25]), T([nan, inf, -inf, 1]), T([nan, 0.5]))
show(torch.full((2,), -0.0), T([0.1, -0.25]), T([100000.0, 1e8]), T([123456789.0]))
show(T([1e8, 1e-5]), T([0.00009]), T([12345.678]))

# nodes
x = torch.ones(2, 2, requires_grad=True)
y = torch.ones(2, 3, 2, requires_grad=True)
show(x + 1, x * 2, 1 - x, x / 2, 2 / x, -x, x - x, x * x, x / x, x.pow(2), x.pow(x))
show(x.sum(), x.sum(0), x.mean(), x.mean(1), x.std(), x.var(0), x.max(), x.min(), x.max(1)[0])
show(x.view(-1), x.reshape(4), x.flatten(), y.transpose(0, 1).flatten(), x.t(), x.permute(1, 0))
show(x.transpose(0, 1), x.squeeze(), x[None].squeeze(0), x.unsqueeze(0), x.expand(3, 2, 2))
show(x[0], x[0, 1], x[:, 0:1], y[0, :, 1], y[..., 0], y[:, None], x[:], x.narrow(0, 0, 1))
show(x.unbind()[0], x.split(1)[0], x.chunk(2)[0], torch.cat([x, x]), torch.stack([x, x]))
show(x.exp(), x.log(), x.sqrt(), x.abs(), x.relu(), x.sigmoid(), x.tanh(), x.sin(), x.cos())
show(x.erf(), x.log1p(), x.reciprocal(), x.sign(), x.clamp(min=0), x.masked_fill(x > 0, 0))
show(x.maximum(x), torch.where(x > 0, x, x), x.clone(), x.double())
show(x @ x, x @ x[0], x[0] @ x[1], y @ x, y @ torch.ones(2, 2, 4))
show(F.linear(x, x, x[0]), F.linear(x, x), F.linear(y, x))
