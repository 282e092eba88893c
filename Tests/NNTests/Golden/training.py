"""Makes training.json: initial weights and five training steps of every layer and optimizer, and the
rates of every scheduler, by PyTorch 2.15.0.

`TrainingTests.swift` has the same cases.
"""

import warnings

import torch
import torch.nn as nn
from torch.optim import SGD, Adagrad, Adam, AdamW, RMSprop, lr_scheduler

from shared import fnv, rounded, save, tensor

warnings.simplefilter("ignore")
words = torch.tensor([[1, 2, 4], [4, 3, 1]])

layers = {
    "Linear": ((4, 3), lambda: nn.Linear(3, 5)),
    "Linear without bias": ((4, 3), lambda: nn.Linear(3, 5, bias=False)),
    "Conv2d": ((2, 4, 5, 6), lambda: nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=1, groups=2)),
    "Conv2d reflect": (
        (2, 4, 5, 6), lambda: nn.Conv2d(4, 6, 3, padding=(2, 1), padding_mode="reflect")),
    "Conv2d replicate": (
        (2, 4, 5, 6), lambda: nn.Conv2d(4, 6, 4, padding="same", padding_mode="replicate")),
    "Conv2d circular": (
        (2, 4, 5, 6), lambda: nn.Conv2d(4, 6, 3, padding=2, dilation=2, padding_mode="circular")),
    "Conv1d": ((2, 4, 9), lambda: nn.Conv1d(4, 6, 3, stride=2, padding=1, dilation=2)),
    "Conv1d same": ((2, 4, 9), lambda: nn.Conv1d(4, 6, 4, padding="same")),
    "Conv1d reflect": (
        (2, 4, 9), lambda: nn.Conv1d(4, 6, 4, padding="same", padding_mode="reflect")),
    "BatchNorm1d": ((4, 3), lambda: nn.BatchNorm1d(3)),
    "BatchNorm1d sequences": ((4, 3, 2), lambda: nn.BatchNorm1d(3, momentum=None)),
    "BatchNorm2d": ((4, 3, 2, 2), lambda: nn.BatchNorm2d(3)),
    "LayerNorm": ((4, 5, 3), lambda: nn.LayerNorm((5, 3))),
    "LayerNorm without bias": ((4, 5, 3), lambda: nn.LayerNorm(3, bias=False)),
    "Embedding": (None, lambda: nn.Embedding(6, 20)),
    "Embedding padding": (None, lambda: nn.Embedding(6, 3, padding_idx=4)),
    "Embedding norm": (None, lambda: nn.Embedding(6, 3, max_norm=1.0)),
    "Sequential": (
        (4, 3),
        lambda: nn.Sequential(
            nn.Linear(3, 8), nn.GELU(), nn.LayerNorm(8), nn.Linear(8, 4), nn.SiLU(),
            nn.BatchNorm1d(4), nn.LeakyReLU(0.2), nn.Linear(4, 2), nn.Tanh(), nn.Softmax(dim=1))),
    "Sequential of images": (
        (4, 1, 9, 8),
        lambda: nn.Sequential(
            nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(inplace=True), nn.MaxPool2d(2),
            nn.Conv2d(4, 6, 2, padding="same"), nn.Sigmoid(), nn.AdaptiveAvgPool2d((2, 1)),
            nn.Flatten(), nn.Linear(12, 3), nn.LogSoftmax(dim=-1))),
}

fixture = {}
for name, (shape, make) in layers.items():
    torch.manual_seed(0)
    layer = make()
    entry = {"hashes": [f"{fnv(p):016x}" for p in layer.parameters()]}
    x = words if shape is None else tensor(shape, 1, torch.float32)
    optimizer = SGD(layer.parameters(), lr=0.1, momentum=0.9)
    losses = []
    for step in range(5):
        optimizer.zero_grad()
        output = layer(x)
        loss = ((output - tensor(output.shape, 9, torch.float32)) ** 2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss)
    entry["losses"] = rounded(torch.stack(losses))
    entry["state"] = [rounded(t) for t in layer.state_dict().values()]
    fixture[f"layer {name}"] = entry

optimizers = {
    "SGD": lambda p: SGD(p, lr=0.1),
    "SGD momentum": lambda p: SGD(p, lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.02),
    "SGD nesterov": lambda p: SGD(p, lr=0.1, momentum=0.8, nesterov=True, weight_decay=0.1),
    "SGD maximize": lambda p: SGD(p, lr=0.01, maximize=True, weight_decay=0.1),
    "Adam": lambda p: Adam(p, lr=0.01),
    "Adam options": lambda p: Adam(p, lr=0.1, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1),
    "Adam amsgrad": lambda p: Adam(p, lr=0.1, betas=(0.5, 0.6), weight_decay=0.1, amsgrad=True),
    "AdamW": lambda p: AdamW(p, lr=0.1),
    "AdamW amsgrad": lambda p: AdamW(p, lr=0.1, betas=(0.5, 0.6), weight_decay=0.2, amsgrad=True),
    "RMSprop": lambda p: RMSprop(p),
    "RMSprop options": lambda p: RMSprop(
        p, lr=0.05, alpha=0.8, eps=1e-3, weight_decay=0.1, momentum=0.7, centered=True),
    "Adagrad": lambda p: Adagrad(p, lr=0.1),
    "Adagrad options": lambda p: Adagrad(
        p, lr=0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.3, eps=1e-3),
    "groups": lambda p: SGD(
        [{"params": [p[0]]}, {"params": [p[1]], "lr": 0.3, "momentum": 0.0}], lr=0.1, momentum=0.9),
}

for name, make in optimizers.items():
    parameters = [tensor((3, 4), 1, torch.float32), tensor((3,), 2, torch.float32)]
    parameters = [nn.Parameter(p) for p in parameters]
    optimizer = make(parameters)
    x, y = tensor((5, 4), 3, torch.float32), tensor((5, 3), 4, torch.float32)
    for step in range(5):
        optimizer.zero_grad()
        loss = ((x @ parameters[0].T + parameters[1] - y) ** 2).mean()
        loss.backward()
        optimizer.step()
    fixture[f"optimizer {name}"] = {
        "state": [rounded(p) for p in parameters], "text": str(optimizer)}

schedulers = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 3, gamma=0.5),
    "MultiStepLR": lambda o: lr_scheduler.MultiStepLR(o, [2, 5, 5, 7]),
    "ExponentialLR": lambda o: lr_scheduler.ExponentialLR(o, 0.9),
    "LinearLR": lambda o: lr_scheduler.LinearLR(o, start_factor=0.25, total_iters=4),
    "LinearLR down": lambda o: lr_scheduler.LinearLR(o, start_factor=1.0, end_factor=0.1),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, 5, eta_min=0.01),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda epoch: min(1, (epoch + 1) / 6)),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, 0.5, total_steps=12),
    "OneCycleLR linear": lambda o: lr_scheduler.OneCycleLR(
        o, 0.5, epochs=3, steps_per_epoch=4, anneal_strategy="linear", three_phase=True,
        pct_start=0.4, div_factor=10.0, final_div_factor=100.0),
}

for name, make in schedulers.items():
    parameter = nn.Parameter(torch.zeros(1))
    optimizer = SGD([parameter], lr=0.4, momentum=0.9)
    scheduler = make(optimizer)
    rates, momenta = [], []
    for epoch in range(12):
        rates.append(scheduler.get_last_lr()[0])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step()
    fixture[f"scheduler {name}"] = {"rates": rates, "momenta": momenta}

metrics = [5, 4, 3.9999, 3.9998, 3.9998, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9]
plateaus = {
    "plateau": lambda o: lr_scheduler.ReduceLROnPlateau(o, patience=1),
    "plateau options": lambda o: lr_scheduler.ReduceLROnPlateau(
        o, mode="max", factor=0.5, patience=0, threshold=0.01, threshold_mode="abs", cooldown=2,
        min_lr=0.03),
}
for name, make in plateaus.items():
    optimizer = SGD([nn.Parameter(torch.zeros(1))], lr=0.4)
    scheduler = make(optimizer)
    rates = []
    for metric in metrics:
        scheduler.step(metric)
        rates.append(optimizer.param_groups[0]["lr"])
    fixture[f"scheduler {name}"] = {"rates": rates}

# A warm-up and a fall of one optimizer multiply their effects.
optimizer = SGD([nn.Parameter(torch.zeros(1))], lr=0.4)
chain = [lr_scheduler.LinearLR(optimizer, 0.1, total_iters=4), lr_scheduler.ExponentialLR(optimizer, 0.9)]
rates = []
for epoch in range(8):
    rates.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    for scheduler in chain:
        scheduler.step()
fixture["scheduler chain"] = {"rates": rates}

for name, norm in {"two": 2.0, "one": 1.0, "infinity": float("inf"), "three": 3.0}.items():
    parameters = [nn.Parameter(tensor((3, 4), 1)), nn.Parameter(tensor((3,), 2))]
    for seed, parameter in enumerate(parameters):
        parameter.grad = tensor(parameter.shape, seed + 5)
    total = nn.utils.clip_grad_norm_(parameters, 0.7, norm_type=norm)
    fixture[f"clip {name}"] = {
        "total": total.item(), "gradients": [rounded(p.grad) for p in parameters]}

save("training.json", fixture)
