"""Makes the state files of this folder by PyTorch 2.15.0 and safetensors 0.8.0.

`StateFileTests.swift` says what they hold.
"""

import collections
import os

import torch
import torch.nn as nn
from safetensors.torch import save_file

from shared import tensor

folder = os.path.dirname(os.path.abspath(__file__))
base = tensor((2, 3), 1)
types = {
    "float32": torch.float32, "float64": torch.float64, "float16": torch.float16,
    "bfloat16": torch.bfloat16, "int64": torch.int64, "int32": torch.int32, "int16": torch.int16,
    "int8": torch.int8,
}
state = collections.OrderedDict(
    (name, (base * 100).to(dtype)) for name, dtype in types.items())
state["uint8"] = torch.tensor([0, 7, 255], dtype=torch.uint8)
state["bool"] = torch.tensor([True, False, True])
state["scalar"] = torch.tensor(2.5)
state["empty"] = torch.zeros(0, 3)
save_file(state, os.path.join(folder, "types.safetensors"))

# Views share their storage, also in the file; a Parameter is another kind of object.
whole = torch.arange(12, dtype=torch.float32)
state["transposed"] = whole.view(3, 4).t()
state["slice"] = whole[2:8:3]
state["parameter"] = nn.Parameter(torch.tensor([1.0, 2.0]))
torch.save(state, os.path.join(folder, "types.pt"))

torch.manual_seed(0)
model = nn.Sequential(
    collections.OrderedDict([("conv", nn.Conv2d(1, 2, 3)), ("norm", nn.BatchNorm2d(2))]))
model(tensor((4, 1, 5, 5), 3, torch.float32))
optimizer = torch.optim.Adam(model.parameters())
checkpoint = {
    "epoch": 3, "loss": 0.25, "name": "네트워크", "done": True, "nothing": None, "sizes": [1, (2, 3)],
    "large": 1 << 40, "negative": -5,
    "model_state_dict": model.state_dict(), "optimizer_state_dict": optimizer.state_dict(),
}
torch.save(checkpoint, os.path.join(folder, "checkpoint.pt"))
torch.save(model, os.path.join(folder, "whole.pt"))
torch.save(model.state_dict(), os.path.join(folder, "legacy.pt"),
           _use_new_zipfile_serialization=False)


class Evil:
    def __reduce__(self):
        return (os.system, ("echo executed",))


torch.save({"weight": Evil()}, os.path.join(folder, "evil.pt"))
