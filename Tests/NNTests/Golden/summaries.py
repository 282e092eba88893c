"""Makes summaries.txt by torchinfo 1.8.0 and PyTorch 2.15.0; `SummaryTests.swift` has the models."""

import os

import torch
import torch.nn as nn
import torch.nn.functional as F
from torchinfo import summary


def block(inputs, outputs, rate, padding=0):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding="same"), nn.BatchNorm2d(outputs), nn.ReLU(),
        nn.Dropout(rate), nn.MaxPool2d(2, 2, padding))


class MnistCNNModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.b1, self.b2, self.b3 = block(1, 32, 0.5), block(32, 64, 0.5), block(64, 128, 0.5, 1)
        self.output = nn.Sequential(
            nn.Flatten(), nn.Linear(2048, 256), nn.ReLU(), nn.Dropout(0.5), nn.Linear(256, 10))

    def forward(self, x):
        return self.output(self.b3(self.b2(self.b1(x))))


class Shared(nn.Module):
    """A layer that is used twice, a list, a frozen layer, a parameter of its own, and depth."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(8, 8)
        self.floors = nn.ModuleList([nn.Sequential(nn.Sequential(nn.Sequential(nn.Linear(8, 8)))),
                                     nn.LayerNorm(8)])
        self.frozen = nn.Linear(8, 3, bias=False)
        self.frozen.requires_grad_(False)
        self.scale = nn.Parameter(torch.ones(3))

    def forward(self, x):
        x = F.relu(self.first(self.first(x)))
        for floor in self.floors:
            x = floor(x)
        return self.frozen(x) * self.scale


class Sequence(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(10, 6)
        self.conv = nn.Conv1d(6, 4, 3, padding=1)
        self.pool = nn.MaxPool1d(2)

    def forward(self, x):
        return self.pool(self.conv(self.words(x).transpose(1, 2)))


every = ["input_size", "output_size", "num_params", "params_percent", "kernel_size", "mult_adds",
         "trainable"]
texts = [
    str(summary(MnistCNNModel(), (256, 1, 28, 28), verbose=0)),
    str(summary(MnistCNNModel(), (1, 1, 28, 28), verbose=0, depth=1, col_names=every)),
    str(summary(Shared(), (2, 8), verbose=0)),
    str(summary(Shared(), (2, 8), verbose=0, col_names=every, col_width=18, depth=4,
                row_settings=["var_names", "depth"])),
    str(summary(Sequence(), (4, 12), dtypes=[torch.long], verbose=0, col_names=every)),
    str(summary(nn.Sequential(nn.ReLU()), (3, 4), verbose=0)),
]
# From version 3.11 on, Python prints the name of such a constant where torchinfo means its value.
units = {"Units.MEGABYTES": "M", "Units.GIGABYTES": "G", "Units.TERABYTES": "T"}
for name, value in units.items():
    texts = [text.replace(name, value) for text in texts]
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "summaries.txt")
with open(path, "w") as file:
    file.write("\n\n".join(texts) + "\n")
