"""What the scripts of this folder share: the numbers that `Support/Numbers.swift` also makes."""

import json
import math
import os

import torch

MASK = (1 << 64) - 1


def numbers(count, seed=1):
    """Numbers between -1 and 1 that look random and are the same on every run."""
    state = (seed * 0x9E3779B97F4A7C15 & MASK) | 1
    result = []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & MASK
        signed = state - (1 << 64) if state >> 63 else state
        result.append((signed >> 11) / (1 << 52))
    return result


def tensor(shape, seed=1, dtype=torch.float64):
    return torch.tensor(numbers(math.prod(shape), seed), dtype=torch.float64).view(shape).to(dtype)


def rounded(values):
    """The numbers of a tensor, short enough for a file and exact enough for a test."""
    return [float(f"{value:.10g}") for value in values.detach().double().flatten().tolist()]


def fnv(tensor):
    """The FNV-1a hash of a tensor's bytes."""
    result = 0xCBF29CE484222325
    for byte in tensor.detach().contiguous().numpy().tobytes():
        result = ((result ^ byte) * 0x100000001B3) & MASK
    return result


def save(name, content):
    """Writes a fixture with one entry to a line, and the version that made it."""
    content = {"": {"version": torch.__version__.split("+")[0]}} | content
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in content.items()]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")
