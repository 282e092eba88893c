"""PyTorch side of the side-by-side: the tutorials' four networks, trained on real data.

usage: python torch_tutorials.py --data DIR [--net dnn|fashioncnn|lenet|mnistcnn|all] [--mode loader|tensor]
                                 [--steps N] [--threads N] [--epochs N] [--channels-last] [--compile]

--mode loader  as the tutorials write it: torchvision dataset + ToTensor (+Normalize) + DataLoader
--mode tensor  no Python per sample: the whole set decoded once, normalised and held as one tensor,
               batches taken with index_select
--channels-last, --compile   PyTorch's own faster paths on top (memory format; torch.compile, warmed up before timing)
Prints one JSON line per network: seconds, images/s, steps, final loss, test accuracy when --epochs is given.
DIR holds FashionMNIST/raw and MNIST/raw (idx .gz or unpacked), as torchvision lays them out.
"""
import argparse, copy, gzip, json, os, resource, struct, time
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset


class DNN(nn.Module):
    def __init__(s):
        super().__init__(); s.fc1, s.fc2, s.fc3 = nn.Linear(784, 256), nn.Linear(256, 128), nn.Linear(128, 10)
    def forward(s, x):
        x = F.relu(s.fc1(x.view(-1, 784))); return s.fc3(F.relu(s.fc2(x)))


class FashionCNN(nn.Module):
    def __init__(s):
        super().__init__()
        s.layer1 = nn.Sequential(nn.Conv2d(1, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2, 2))
        s.layer2 = nn.Sequential(nn.Conv2d(32, 64, 3), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2))
        s.fc1, s.drop, s.fc2, s.fc3 = nn.Linear(2304, 600), nn.Dropout(0.25), nn.Linear(600, 120), nn.Linear(120, 10)
    def forward(s, x):
        x = s.layer2(s.layer1(x)).flatten(1); return s.fc3(s.fc2(s.drop(s.fc1(x))))


class LeNet(nn.Module):
    def __init__(s):
        super().__init__()
        s.convnet = nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5),
                                  nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 120, 5), nn.ReLU())
        s.fc = nn.Sequential(nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10), nn.LogSoftmax(-1))
    def forward(s, x): return s.fc(s.convnet(x).view(x.size(0), -1))


def block(i, o, p, pad=0):
    return nn.Sequential(nn.Conv2d(i, o, 3, padding="same"), nn.BatchNorm2d(o), nn.ReLU(), nn.Dropout(p), nn.MaxPool2d(2, 2, padding=pad))


class MnistCNN(nn.Module):
    def __init__(s, p=0.3):
        super().__init__()
        s.b1, s.b2, s.b3 = block(1, 32, p), block(32, 64, p), block(64, 128, p, 1)
        s.classifier = nn.Sequential(nn.Flatten(), nn.Linear(2048, 256), nn.ReLU(), nn.Dropout(p), nn.Linear(256, 10))
    def forward(s, x): return s.classifier(s.b3(s.b2(s.b1(x))))


NETS = {  # name: (model, data, batch, optimizer, loss, normalise)
    "dnn": (DNN, "FashionMNIST", 64, lambda p: torch.optim.SGD(p, lr=0.01), F.cross_entropy, False),
    "fashioncnn": (FashionCNN, "FashionMNIST", 100, lambda p: torch.optim.Adam(p, lr=1e-3), F.cross_entropy, False),
    "lenet": (LeNet, "MNIST", 64, lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.5), F.nll_loss, True),
    "mnistcnn": (MnistCNN, "MNIST", 256, lambda p: torch.optim.Adam(p, lr=1e-3), F.cross_entropy, False),
}


def idx(root, name, stem):
    base = os.path.join(root, name, "raw", stem)
    raw = gzip.open(base + ".gz").read() if os.path.exists(base + ".gz") else open(base, "rb").read()
    dims = raw[3]; shape = struct.unpack(">" + "I" * dims, raw[4:4 + 4 * dims])
    return torch.frombuffer(bytearray(raw[4 + 4 * dims:]), dtype=torch.uint8).view(*shape)


def sets(root, name):
    return [(idx(root, name, f"{k}-images-idx3-ubyte"), idx(root, name, f"{k}-labels-idx1-ubyte").long()) for k in ("train", "t10k")]


class Vision(Dataset):  # what torchvision.datasets.MNIST does per item: array -> PIL image -> transform
    def __init__(s, x, y, norm):
        from torchvision import transforms as T
        s.x, s.y = x, y; s.t = T.Compose([T.ToTensor()] + ([T.Normalize((0.1307,), (0.3081,))] if norm else []))
    def __len__(s): return len(s.x)
    def __getitem__(s, i):
        from PIL import Image
        return s.t(Image.fromarray(s.x[i].numpy(), mode="L")), int(s.y[i])


def main():
    a = argparse.ArgumentParser(); a.add_argument("--data", required=True); a.add_argument("--net", default="all")
    a.add_argument("--mode", default="tensor"); a.add_argument("--steps", type=int, default=0); a.add_argument("--epochs", type=int, default=0)
    a.add_argument("--threads", type=int, default=0); a.add_argument("--seed", type=int, default=0)
    a.add_argument("--channels-last", action="store_true"); a.add_argument("--compile", action="store_true"); o = a.parse_args()
    if o.threads: torch.set_num_threads(o.threads)
    for name in NETS if o.net == "all" else [o.net]:
        Model, data, batch, opt, lossf, norm = NETS[name]; torch.manual_seed(o.seed)
        (x, y), (tx, ty) = sets(o.data, data); model = Model(); form = torch.channels_last if o.channels_last else torch.contiguous_format
        model = model.to(memory_format=form); initial = copy.deepcopy(model.state_dict()); optim = opt(model.parameters())
        run = torch.compile(model) if o.compile else model
        prep = lambda u: ((u.float().div(255) - 0.1307) / 0.3081 if norm else u.float().div(255)).unsqueeze(1)
        xt, tt = prep(x), prep(tx)
        def batches():
            if o.mode == "loader": yield from DataLoader(Vision(x, y, norm), batch_size=batch, shuffle=True)
            else:
                for i in torch.randperm(len(xt)).split(batch): yield xt[i], y[i]
        steps = seen = cpu = 0; model.train(); limit = o.steps or 10**9; times = []
        for _ in range(3):  # warm-up
            for b, (d, t) in zip(range(10), batches()): optim.zero_grad(); lossf(run(d.contiguous(memory_format=form)), t).backward(); optim.step()
        model.load_state_dict(initial); optim = opt(model.parameters()); model.train()
        for e in range(max(1, o.epochs)):
            t0, c0 = time.perf_counter(), time.process_time()
            for d, t in batches():
                optim.zero_grad(); loss = lossf(run(d.contiguous(memory_format=form)), t); loss.backward(); optim.step(); steps += 1; seen += len(t)
                if steps >= limit: break
            times.append(time.perf_counter() - t0); cpu += time.process_time() - c0
            if steps >= limit: break
        out = dict(library="torch " + torch.__version__, net=name, mode=o.mode + "+channels_last" * o.channels_last + "+compile" * o.compile, threads=torch.get_num_threads(), batch=batch, steps=steps, seconds=round(sum(times), 3),
                   images_per_s=round(seen / sum(times)), loss=round(loss.item(), 4), cpu_seconds=round(cpu, 3), peak_bytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
        model.eval()
        for n, rounds in ((1, 500), (256, 10)):
            few = xt[:n].contiguous(memory_format=form)
            with torch.no_grad():
                for _ in range(10): run(few).argmax(1).tolist()
                t0, c0 = time.perf_counter(), time.process_time()
                for _ in range(rounds): run(few).argmax(1).tolist()
            out[f"inference_{n}_per_s"] = round(n * rounds / (time.perf_counter() - t0)); out[f"inference_{n}_per_cpu_second"] = round(n * rounds / (time.process_time() - c0))
        if o.epochs:
            model.eval()
            with torch.no_grad(): out["test_accuracy"] = round(100 * sum((model(a).argmax(1) == b).sum().item() for a, b in zip(tt.split(1000), ty.split(1000))) / len(ty), 2)
        print(json.dumps(out), flush=True)


main()
