"""Makes functions.json: outputs and gradients of every function of `F`, by PyTorch 2.15.0.

Each case takes float64 inputs of the given shapes, whose numbers come from the seeds 1, 2, ... The
output, weighted with the numbers of seed 99, is summed and differentiated. `FunctionCases.swift` has
the same cases.
"""

import warnings

import torch
import torch.nn.functional as F

from shared import numbers, rounded, save, tensor

warnings.simplefilter("ignore")
labels = torch.tensor([2, 0, 1, 2])
ignoring = torch.tensor([2, -100, 1, 2])
weight3 = tensor((3,), 50) + 2
image, vector = [(2, 3, 5, 6)], [(4, 3)]
conv2 = [(2, 4, 5, 6), (6, 4, 3, 2), (6,)]
conv1 = [(2, 4, 9), (6, 4, 3), (6,)]
table = torch.tensor([[1, 2, 4], [4, 3, 1]])

cases = {
    "relu": (vector, lambda x: F.relu(x)),
    "leakyRelu": (vector, lambda x: F.leaky_relu(x, 0.2)),
    "gelu": (vector, lambda x: F.gelu(x * 3)),
    "gelu tanh": (vector, lambda x: F.gelu(x * 3, approximate="tanh")),
    "silu": (vector, lambda x: F.silu(x * 3)),
    "sigmoid": (vector, lambda x: F.sigmoid(x)),
    "tanh": (vector, lambda x: F.tanh(x)),
    "softmax": (image, lambda x: F.softmax(x, dim=1)),
    "softmax without dim": (vector, lambda x: F.softmax(x)),
    "logSoftmax": (image, lambda x: F.log_softmax(x, dim=-1)),
    "linear": ([(4, 3), (5, 3), (5,)], lambda x, w, b: F.linear(x, w, b)),
    "conv2d": (conv2, lambda x, w, b: F.conv2d(x, w, b)),
    "conv2d stride padding": (
        conv2, lambda x, w, b: F.conv2d(x, w, b, stride=(2, 1), padding=(1, 2))),
    "conv2d dilation": (
        conv2, lambda x, w, b: F.conv2d(x, w, b, padding=2, dilation=(2, 3))),
    "conv2d same": (conv2, lambda x, w, b: F.conv2d(x, w, b, padding="same")),
    "conv2d same dilated": (
        conv2, lambda x, w, b: F.conv2d(x, w, b, padding="same", dilation=2)),
    "conv2d valid": (conv2, lambda x, w, b: F.conv2d(x, w, b, padding="valid")),
    "conv2d groups": (
        [(2, 4, 5, 6), (6, 2, 3, 2), (6,)], lambda x, w, b: F.conv2d(x, w, b, groups=2)),
    "conv2d depthwise": (
        [(2, 4, 5, 6), (4, 1, 3, 3)], lambda x, w: F.conv2d(x, w, padding=1, groups=4)),
    "conv2d one image": ([(4, 5, 6), (6, 4, 3, 2)], lambda x, w: F.conv2d(x, w)),
    "conv1d": (conv1, lambda x, w, b: F.conv1d(x, w, b)),
    "conv1d stride padding": (
        conv1, lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=1, dilation=2)),
    "conv1d same": (
        [(2, 4, 9), (6, 4, 4)], lambda x, w: F.conv1d(x, w, padding="same")),
    "conv1d groups": (
        [(2, 4, 9), (6, 2, 3)], lambda x, w: F.conv1d(x, w, groups=2)),
    "pad constant": (image, lambda x: F.pad(x, (1, 2, 0, 3), value=0.5)),
    "pad negative": (image, lambda x: F.pad(x, (-1, 2, 1, -2))),
    "pad reflect": (image, lambda x: F.pad(x, (1, 2, 3, 0), mode="reflect")),
    "pad replicate": (image, lambda x: F.pad(x, (1, 2, 3, 0), mode="replicate")),
    "pad circular": (image, lambda x: F.pad(x, (1, 2, 3, 0), mode="circular")),
    "pad sequence": ([(2, 3, 7)], lambda x: F.pad(x, (2, 3), mode="reflect")),
    "maxPool2d": (image, lambda x: F.max_pool2d(x, 2)),
    "maxPool2d options": (
        image,
        lambda x: F.max_pool2d(x, (3, 2), (2, 1), padding=(1, 1), dilation=(1, 2), ceil_mode=True)),
    "avgPool2d": (image, lambda x: F.avg_pool2d(x, 2)),
    "avgPool2d options": (
        image,
        lambda x: F.avg_pool2d(x, 3, 2, padding=1, ceil_mode=True, count_include_pad=False)),
    "avgPool2d divisor": (image, lambda x: F.avg_pool2d(x, 2, divisor_override=3)),
    "maxPool1d": ([(2, 3, 9)], lambda x: F.max_pool1d(x, 3, 2, padding=1, dilation=2)),
    "avgPool1d": ([(2, 3, 9)], lambda x: F.avg_pool1d(x, 3, 2, padding=1)),
    "adaptiveAvgPool2d": (image, lambda x: F.adaptive_avg_pool2d(x, (3, 4))),
    "adaptiveAvgPool2d one": (image, lambda x: F.adaptive_avg_pool2d(x, 1)),
    "adaptiveAvgPool2d larger": (image, lambda x: F.adaptive_avg_pool2d(x, (None, 8))),
    "adaptiveAvgPool1d": ([(2, 3, 9)], lambda x: F.adaptive_avg_pool1d(x, 4)),
    "batchNorm": (
        [(4, 3, 2, 2), (3,), (3,)],
        lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True)),
    "batchNorm in use": (
        [(4, 3), (3,), (3,)],
        lambda x, w, b: F.batch_norm(x, weight3 - 2, weight3, w, b)),
    "layerNorm": (
        [(4, 5, 3), (3,), (3,)], lambda x, w, b: F.layer_norm(x, (3,), w, b)),
    "layerNorm two axes": (
        [(4, 5, 3), (5, 3)], lambda x, w: F.layer_norm(x, (5, 3), w, eps=0.01)),
    "layerNorm plain": ([(4, 5, 3)], lambda x: F.layer_norm(x, (5, 3))),
    "embedding": ([(6, 3)], lambda w: F.embedding(table, w)),
    "embedding padding": ([(6, 3)], lambda w: F.embedding(table, w, padding_idx=-2)),
    "embedding by frequency": (
        [(6, 3)], lambda w: F.embedding(table, w, scale_grad_by_freq=True)),
    "nllLoss": (vector, lambda x: F.nll_loss(x, labels, weight=weight3)),
    "nllLoss images": (
        [(2, 3, 2)], lambda x: F.nll_loss(x, labels.view(2, 2), reduction="sum")),
    "crossEntropy": (vector, lambda x: F.cross_entropy(x, labels)),
    "crossEntropy none": (vector, lambda x: F.cross_entropy(x, labels, reduction="none")),
    "crossEntropy options": (
        vector, lambda x: F.cross_entropy(x, ignoring, weight=weight3, label_smoothing=0.1)),
    "crossEntropy smoothed": (
        vector, lambda x: F.cross_entropy(x, ignoring, label_smoothing=0.3)),
    "crossEntropy smoothed none": (
        vector,
        lambda x: F.cross_entropy(
            x, ignoring, weight=weight3, label_smoothing=0.1, reduction="none")),
    "crossEntropy smoothed sum": (
        [(2, 3, 2)],
        lambda x: F.cross_entropy(x, labels.view(2, 2), label_smoothing=0.1, reduction="sum")),
    "crossEntropy probabilities": (
        [(4, 3), (4, 3)],
        lambda x, t: F.cross_entropy(x, t.softmax(1), weight=weight3, label_smoothing=0.1)),
    "crossEntropy probabilities none": (
        [(2, 3, 2), (2, 3, 2)], lambda x, t: F.cross_entropy(x, t, reduction="none")),
    "crossEntropy one sample": ([(3,)], lambda x: F.cross_entropy(x, labels[0])),
    "mseLoss": ([(4, 3), (4, 3)], lambda x, t: F.mse_loss(x, t)),
    "mseLoss sum": ([(4, 3), (4, 3)], lambda x, t: F.mse_loss(x, t, reduction="sum")),
    "mseLoss none": ([(4, 3), (4, 3)], lambda x, t: F.mse_loss(x, t, reduction="none")),
    "l1Loss": ([(4, 3), (4, 3)], lambda x, t: F.l1_loss(x, t)),
    "l1Loss sum": ([(4, 3), (4, 3)], lambda x, t: F.l1_loss(x, t, reduction="sum")),
    "huberLoss": ([(4, 3), (4, 3)], lambda x, t: F.huber_loss(x, t, delta=0.4)),
    "huberLoss none": (
        [(4, 3), (4, 3)], lambda x, t: F.huber_loss(x, t, reduction="none", delta=0.7)),
    "binaryCrossEntropy": (
        [(4, 3), (4, 3)], lambda x, t: F.binary_cross_entropy(x.sigmoid(), t.sigmoid())),
    "binaryCrossEntropy weight": (
        [(4, 3), (4, 3)],
        lambda x, t: F.binary_cross_entropy(
            x.sigmoid(), t.sigmoid(), weight=weight3, reduction="sum")),
    "binaryCrossEntropyWithLogits": (
        [(4, 3), (4, 3)],
        lambda x, t: F.binary_cross_entropy_with_logits(x * 3, t.sigmoid())),
    "binaryCrossEntropyWithLogits options": (
        [(4, 3), (4, 3)],
        lambda x, t: F.binary_cross_entropy_with_logits(
            x * 3, t.sigmoid(), weight=weight3, pos_weight=weight3 + 1, reduction="none")),
    "klDiv": ([(4, 3), (4, 3)], lambda x, t: F.kl_div(x, t.softmax(1), reduction="batchmean")),
    "klDiv mean": ([(4, 3), (4, 3)], lambda x, t: F.kl_div(x, t.softmax(1))),
    "klDiv logarithms": (
        [(4, 3), (4, 3)],
        lambda x, t: F.kl_div(x, t.log_softmax(1), reduction="sum", log_target=True)),
    "klDiv none": (
        [(4, 3), (4, 3)], lambda x, t: F.kl_div(x, t.relu(), reduction="none")),
}

fixture = {}
for name, (shapes, function) in cases.items():
    inputs = [tensor(shape, seed + 1).requires_grad_() for seed, shape in enumerate(shapes)]
    output = function(*inputs)
    weights = torch.tensor(numbers(output.numel(), 99), dtype=torch.float64).view(output.shape)
    (output * weights).sum().backward()
    fixture[name] = {
        "shape": list(output.shape), "output": rounded(output), "node": output.grad_fn.name(),
        "gradients": [rounded(x.grad) for x in inputs],
    }
save("functions.json", fixture)
