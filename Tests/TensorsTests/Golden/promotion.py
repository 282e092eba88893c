"""The types PyTorch gives results: one line for each pair of operands, by operation.

PromotionTests.swift forms the same pairs. An operand is a type with "1" for one axis, "0" for none, or
a Python number. "-" stands for an error.
"""
import torch

types = [torch.bool, torch.uint8, torch.int32, torch.int64, torch.float32, torch.float64]
print(torch.__version__)


def name(f):
    try:
        result = f()
        return str(result.dtype)[6:] if isinstance(result, torch.Tensor) else str(result)[6:]
    except RuntimeError:
        return "-"


def in_place(f, left, right):
    copy = left.clone()
    f(copy, right)
    return copy


operands = [(str(t)[6:] + "1", torch.ones(2, dtype=t)) for t in types]
operands += [(str(t)[6:] + "0", torch.ones((), dtype=t)) for t in types]
numbers = [("True", True), ("1", 1), ("1.0", 1.0)]

for left_name, left in operands:
    for right_name, right in operands + numbers:
        mask = torch.tensor([True, False])
        fields = [left_name, right_name]
        fields.append(name(lambda: left + right))
        fields.append(name(lambda: left - right))
        fields.append(name(lambda: left * right))
        fields.append(name(lambda: left / right))
        fields.append(name(lambda: left == right))
        fields.append(name(lambda: torch.where(mask, left, right)))
        if left.ndim == 1:
            fields.append(name(lambda: in_place(lambda x, y: x.add_(y), left, right)))
            fields.append(name(lambda: in_place(lambda x, y: x.div_(y), left, right)))
        print(" ".join(fields))
