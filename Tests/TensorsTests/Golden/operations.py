"""Results and gradients of PyTorch for every operation on tensors.

OperationTests.swift does the same under the same names, with the same random inputs. One line for
each result: name, type, shape, numbers, and the gradients of `(result * weights).sum()` with respect
to a, b and p where there are any.
"""
import warnings

import torch
import torch.nn.functional as F

warnings.simplefilter("ignore")
T = torch.tensor
inf = float("inf")
print(torch.__version__)

torch.manual_seed(7)
A = torch.randn(2, 3, 4)
B = torch.randn(3, 4)
P = torch.rand(2, 3, 4) * 0.9 + 0.05
N = torch.randint(-9, 10, (2, 3, 4))
I = T([[0, 2, 1, 2], [1, 0, 0, 0]])
Z = T([[1.5, 0.0, -2.0], [0.0, 3.0, 0.0]])


def numbers(t):
    if t.dtype.is_floating_point:
        return " ".join("%.9g" % v for v in t.double().flatten().tolist())
    return " ".join(str(int(v)) for v in t.flatten().tolist())


def show(name, f):
    leaves = [t.clone().requires_grad_() for t in (A, B, P)]
    result = f(*leaves)
    fields = [name, str(result.dtype)[6:], ",".join(map(str, result.shape)), numbers(result)]
    if result.requires_grad:
        weights = torch.arange(result.numel(), dtype=result.dtype).reshape(result.shape) * 0.37 + 0.5
        (result * weights).sum().backward()
        fields += ["" if t.grad is None else numbers(t.grad) for t in leaves]
    print("|".join(fields))


def changed(t, f):
    t = t * 1
    f(t)
    return t


def binary():
    show("add", lambda a, b, p: a + b)
    show("addScalar", lambda a, b, p: a + 2)
    show("subtract", lambda a, b, p: b - a)
    show("subtractScalar", lambda a, b, p: 2 - a)
    show("multiply", lambda a, b, p: a * b)
    show("divide", lambda a, b, p: b / p)
    show("divideScalar", lambda a, b, p: 3 / p)
    show("divideWhole", lambda a, b, p: N / 4)
    show("negative", lambda a, b, p: -a)
    show("pow2", lambda a, b, p: a.pow(2))
    show("pow3", lambda a, b, p: a.pow(3))
    show("powHalf", lambda a, b, p: p.pow(0.5))
    show("powNegative", lambda a, b, p: p.pow(-1.5))
    show("powTensor", lambda a, b, p: p.pow(b))
    show("powWhole", lambda a, b, p: N.pow(3))
    show("remainder", lambda a, b, p: a.remainder(0.7))
    show("remainderTensor", lambda a, b, p: a.remainder(p))
    show("remainderWhole", lambda a, b, p: N.remainder(4))
    show("floorDivide", lambda a, b, p: a.detach() // 0.7)
    show("floorDivideWhole", lambda a, b, p: N // -4)
    show("floorDivideTensor", lambda a, b, p: N // (N.abs() + 1))
    show("maximum", lambda a, b, p: torch.maximum(a, b))
    show("minimum", lambda a, b, p: torch.minimum(a, b))
    show("where", lambda a, b, p: torch.where(a > b, a, b))
    show("whereScalar", lambda a, b, p: torch.where(a > 0, a, 0.5))
    show("whereScalars", lambda a, b, p: torch.where(a > 0, 1.0, -1.0))
    show("clamp", lambda a, b, p: a.clamp(-0.5, 0.7))
    show("clampMin", lambda a, b, p: a.clamp(min=0.1))
    show("clampTensors", lambda a, b, p: a.clamp(-p, p))
    show("clampWhole", lambda a, b, p: N.clamp(-3, 4))
    show("maskedFill", lambda a, b, p: a.masked_fill(a > 0, 2))
    show("maskedFillTensor", lambda a, b, p: a.masked_fill(a > 0, b[0, 0]))
    show("equal", lambda a, b, p: N == 3)
    show("less", lambda a, b, p: a < b)
    show("greaterOrEqual", lambda a, b, p: a >= 0)
    show("and", lambda a, b, p: (a > 0) & (b > 0))
    show("or", lambda a, b, p: (a > 0) | (b > 0))
    show("xor", lambda a, b, p: (a > 0) ^ (b > 0))
    show("not", lambda a, b, p: ~(a > 0))
    show("andBits", lambda a, b, p: N & 5)
    show("orBits", lambda a, b, p: N | 5)
    show("xorBits", lambda a, b, p: N ^ 5)
    show("notBits", lambda a, b, p: ~N)
    show("logicalAnd", lambda a, b, p: N.logical_and(N.flip(0)))
    show("logicalOr", lambda a, b, p: N.logical_or(N.flip(0)))
    show("logicalXor", lambda a, b, p: N.logical_xor(N.flip(0)))
    show("logicalNot", lambda a, b, p: N.logical_not())
    show("isclose", lambda a, b, p: torch.isclose(a, a + b * 1e-5, rtol=1e-5, atol=1e-6))


def functions():
    for name in "exp expm1 abs sign relu sigmoid tanh sin cos tan erf floor ceil round trunc " \
            "atan sinh cosh square".split():
        show(name, lambda a, b, p: getattr(a, name)())
    for name in "log log1p log2 log10 sqrt rsqrt reciprocal asin acos".split():
        show(name, lambda a, b, p: getattr(p, name)())
    for name in "abs sign relu exp sqrt neg".split():
        show(name + "Whole", lambda a, b, p: getattr(N.abs() if name == "sqrt" else N, name)())
    odd = T([float("nan"), inf, -inf, 1.0])
    for name in "isnan isinf isfinite relu sign".split():
        show(name + "Odd", lambda a, b, p: getattr(odd, name)())


def reductions():
    show("sum", lambda a, b, p: a.sum())
    show("sum1", lambda a, b, p: a.sum(1))
    show("sum02keep", lambda a, b, p: a.sum((0, 2), keepdim=True))
    show("sumBool", lambda a, b, p: (a > 0).sum(-1))
    show("sumDType", lambda a, b, p: N.sum(dtype=torch.float32))
    show("mean", lambda a, b, p: a.mean())
    show("mean12", lambda a, b, p: a.mean((1, 2)))
    show("var", lambda a, b, p: a.var())
    show("var1", lambda a, b, p: a.var(1))
    show("var02", lambda a, b, p: a.var((0, 2), unbiased=False, keepdim=True))
    show("std", lambda a, b, p: a.std())
    show("std2", lambda a, b, p: a.std(2, unbiased=False))
    show("max", lambda a, b, p: a.max())
    show("min", lambda a, b, p: a.min())
    show("max1", lambda a, b, p: a.max(1)[0])
    show("max1indices", lambda a, b, p: a.max(1, keepdim=True)[1])
    show("min2", lambda a, b, p: a.min(-1)[0])
    show("argmax", lambda a, b, p: a.argmax())
    show("argmax0", lambda a, b, p: a.argmax(0))
    show("argmin2", lambda a, b, p: a.argmin(2, keepdim=True))
    show("amax", lambda a, b, p: a.amax((0, 1)))
    show("amaxTies", lambda a, b, p: (a - a.detach() + a.detach().round()).amax((0, 1)))
    show("amin", lambda a, b, p: a.amin(1, keepdim=True))
    show("any", lambda a, b, p: (a > 1).any())
    show("any1", lambda a, b, p: (a > 1).any(1))
    show("all02", lambda a, b, p: (a > -1).all(0).all(1))
    show("prod", lambda a, b, p: p.prod())
    show("prod1", lambda a, b, p: a.prod(1))
    show("prodZeros", lambda a, b, p: (b * (b > 0)).prod(0, keepdim=True))
    show("prodWhole", lambda a, b, p: N.prod(2))
    show("cumsum0", lambda a, b, p: a.cumsum(0))
    show("cumsum2", lambda a, b, p: a.cumsum(-1))
    show("cumsumWhole", lambda a, b, p: N.cumsum(1))
    show("cumsumBool", lambda a, b, p: (a > 0).cumsum(1))
    show("cumprod1", lambda a, b, p: a.cumprod(1))
    show("cumprodZeros", lambda a, b, p: (b * (b > 0)).cumprod(1))
    show("norm", lambda a, b, p: a.norm())
    show("norm1", lambda a, b, p: a.norm(1, dim=1))
    show("norm2keep", lambda a, b, p: a.norm(dim=(0, 2), keepdim=True))
    show("norm3", lambda a, b, p: torch.linalg.vector_norm(a, 3, dim=2))
    show("normHalf", lambda a, b, p: torch.linalg.vector_norm(a, 0.5, dim=0))
    show("normInf", lambda a, b, p: torch.linalg.vector_norm(a, inf, dim=1))
    show("normMinusInf", lambda a, b, p: torch.linalg.vector_norm(a, -inf))
    show("norm0", lambda a, b, p: torch.linalg.vector_norm(a.relu(), 0))
    show("logsumexp", lambda a, b, p: (a * 50).logsumexp(1))
    show("logsumexp02", lambda a, b, p: a.logsumexp((0, 2), keepdim=True))
    show("sortValues", lambda a, b, p: a.sort()[0])
    show("sortIndices", lambda a, b, p: a.sort(1, descending=True)[1])
    show("sortWhole", lambda a, b, p: N.sort(1)[0])
    show("argsort", lambda a, b, p: N.argsort(dim=2, stable=True))
    show("topkValues", lambda a, b, p: a.topk(2)[0])
    show("topkIndices", lambda a, b, p: a.topk(2, 1)[1])
    show("topkSmallest", lambda a, b, p: a.topk(3, largest=False)[0])


def views():
    show("flip", lambda a, b, p: a.flip(0, 2))
    show("roll", lambda a, b, p: a.roll(3, 2))
    show("rollBack", lambda a, b, p: a.roll(-1, 1))
    show("repeat", lambda a, b, p: b.repeat(2, 1, 3))
    show("tril", lambda a, b, p: a.tril())
    show("triu", lambda a, b, p: a.triu(-1))
    show("permute", lambda a, b, p: a.permute(2, 0, 1))
    show("transpose", lambda a, b, p: a.transpose(0, -1).reshape(6, 4))
    show("expand", lambda a, b, p: b.unsqueeze(1).expand(3, 2, 4))
    show("narrow", lambda a, b, p: a.narrow(2, 1, 2))
    show("slice", lambda a, b, p: a[:, 1:, ::2])
    show("select", lambda a, b, p: a[..., -1])
    show("newAxis", lambda a, b, p: a[:, None, 0])
    show("cat", lambda a, b, p: torch.cat([a, p, a[:, :1]], 1))
    show("stack", lambda a, b, p: torch.stack([a, p], -1))
    show("split", lambda a, b, p: a.split(3, 2)[1])
    show("chunk", lambda a, b, p: a.chunk(2, 1)[0])
    show("unbind", lambda a, b, p: a.unbind(1)[2])
    show("unflatten", lambda a, b, p: a.unflatten(2, (2, -1)))
    show("pad", lambda a, b, p: F.pad(a, (1, 2, 0, 1), value=0.5))
    show("padNegative", lambda a, b, p: F.pad(a, (-1, 2, 1, -1)))
    show("padReflect", lambda a, b, p: F.pad(a, (2, 1), mode="reflect"))
    show("padReflect2", lambda a, b, p: F.pad(a, (3, 1, 2, 1), mode="reflect"))
    show("padReplicate", lambda a, b, p: F.pad(a, (2, 3, 1, 0), mode="replicate"))
    show("padCircular", lambda a, b, p: F.pad(a, (4, 1, 1, 3), mode="circular"))


def indexing():
    row, column = T([0, 1, 1]), T([2, 0, 3])
    show("indexRows", lambda a, b, p: a[:, T([2, 0, 2])])
    show("indexPairs", lambda a, b, p: b[T([0, 2, 2]), column])
    show("indexApart", lambda a, b, p: a[row, :, column])
    show("indexTogether", lambda a, b, p: a[:, T([[0], [2]]), T([1, 3])])
    show("indexThree", lambda a, b, p: a[row, T([2, 2, 0]), column])
    show("indexNewAxis", lambda a, b, p: a[T([1]), None, T([0, 1])])
    show("indexMaskAndWhole", lambda a, b, p: a[T([False, True]), :, T([3, 1])])
    show("indexNegative", lambda a, b, p: b[T([-1, 0]), T([-2, 1])])
    show("indexMask", lambda a, b, p: a[a > 0.3])
    show("indexMaskRows", lambda a, b, p: a[:, T([True, False, True])])
    show("indexSelect", lambda a, b, p: a.index_select(2, T([3, 3, 0])))
    show("maskedSelect", lambda a, b, p: a.masked_select(b > 0))
    show("nonzero", lambda a, b, p: (N > 4).nonzero())
    show("gather0", lambda a, b, p: b.gather(0, I))
    show("gather2", lambda a, b, p: a.gather(2, T([[[0, 3], [1, 1]]])))
    show("scatter", lambda a, b, p: b.scatter(0, T([[2, 0, 1, 0]]), a[0, :1]))
    show("scatterNumber", lambda a, b, p: b.scatter(1, T([[1, 3], [0, 2]]), 7))
    show("scatterAdd", lambda a, b, p: b.scatter_add(0, I, a[1, :2]))
    show("indexAdd", lambda a, b, p: b.index_add(0, T([2, 0, 2]), p[0], alpha=2))
    show("oneHot", lambda a, b, p: F.one_hot(T([[0, 2], [1, 1]]), 4))
    show("oneHotOpen", lambda a, b, p: F.one_hot(T([3, 1])))


def in_place():
    show("assignPart", lambda a, b, p: changed(a, lambda t: t[0].copy_(b)))
    show("assignPairs", lambda a, b, p: changed(
        b, lambda t: t.__setitem__((T([0, 2]), T([1, 3])), p[0, 0, :2])))
    show("assignApart", lambda a, b, p: changed(
        a, lambda t: t.__setitem__((T([1, 0]), slice(None), T([3, 1])), p[0, :, :1].t())))
    show("viewMultiplied", lambda a, b, p: changed(a, lambda t: t[1].mul_(b)))
    show("viewOfView", lambda a, b, p: changed(a, lambda t: t.view(6, 4)[1:5].t()[2].add_(p[0, 0])))
    show("viewSquared", lambda a, b, p: changed(a, lambda t: t[:, 1].pow_(2)))
    show("viewAssigned", lambda a, b, p: changed(
        a, lambda t: t[1].__setitem__((slice(None), T([0, 2])), b[:, :2])))

    def twice(a, b, p):
        t = a * 1
        part = t[0]
        other = t[:, 0]
        part.mul_(b)
        t.add_(p)
        other.exp_()
        return part * other.sum()

    show("viewsFollow", twice)
    show("clampInPlace", lambda a, b, p: changed(a, lambda t: t.clamp_(-0.5, 0.5)))
    show("maskedFillInPlace", lambda a, b, p: changed(a, lambda t: t.masked_fill_(t > 0, 1)))
    show("scatterInPlace", lambda a, b, p: changed(b, lambda t: t.scatter_(0, T([[2, 0]]), a[0, :1, :2])))
    show("indexAddInPlace", lambda a, b, p: changed(b, lambda t: t.index_add_(0, T([1, 1]), p[0, :2])))


def products():
    show("matmul", lambda a, b, p: a @ b.t())
    show("matmulBatch", lambda a, b, p: a @ p.transpose(1, 2))
    show("matmulVector", lambda a, b, p: a @ b[0])
    show("dot", lambda a, b, p: b[0] @ b[1])
    show("linear", lambda a, b, p: F.linear(a, b, p[0, :, 0]))


binary()
functions()
reductions()
views()
indexing()
in_place()
products()
