import NN
import Tensors

/// A function of `F` with inputs of given shapes, as `Golden/functions.py` has it.
struct FunctionCase: Sendable {
  var name: String
  var shapes: [[Int]]
  var function: @Sendable ([Tensor]) -> Tensor

  init(_ name: String, _ shapes: [[Int]], _ function: @escaping @Sendable ([Tensor]) -> Tensor) {
    self.name = name
    self.shapes = shapes
    self.function = function
  }

  /// The inputs, whose numbers come from the seeds 1, 2, ...
  func inputs(_ dtype: DType) -> [Tensor] {
    shapes.enumerated().map { index, shape in
      Tensor(
        scalars: numbers(shape.reduce(1, *), seed: UInt64(index + 1)), shape: shape, dtype: dtype,
        requiresGrad: true)
    }
  }
}

private let labels = Tensor([2, 0, 1, 2])
private let ignoring = Tensor([2, -100, 1, 2])
private let words = Tensor([[1, 2, 4], [4, 3, 1]])
private let image = [[2, 3, 5, 6]]
private let vector = [[4, 3]]
private let pair = [[4, 3], [4, 3]]
private let images = [[2, 4, 5, 6], [6, 4, 3, 2], [6]]
private let sequences = [[2, 4, 9], [6, 4, 3], [6]]

/// Three numbers from 1 to 3 of a tensor's type.
private func weight3(_ like: Tensor) -> Tensor {
  Tensor(scalars: numbers(3, seed: 50), shape: [3], dtype: like.dtype) + 2
}

let activationCases = [
  FunctionCase("relu", vector) { F.relu($0[0]) },
  FunctionCase("leakyRelu", vector) { F.leakyRelu($0[0], negativeSlope: 0.2) },
  FunctionCase("gelu", vector) { F.gelu($0[0] * 3) },
  FunctionCase("gelu tanh", vector) { F.gelu($0[0] * 3, approximate: .tanh) },
  FunctionCase("silu", vector) { F.silu($0[0] * 3) },
  FunctionCase("sigmoid", vector) { F.sigmoid($0[0]) },
  FunctionCase("tanh", vector) { F.tanh($0[0]) },
  FunctionCase("softmax", image) { F.softmax($0[0], dim: 1) },
  FunctionCase("softmax without dim", vector) { F.softmax($0[0], dim: nil) },
  FunctionCase("logSoftmax", image) { F.logSoftmax($0[0], dim: -1) },
  FunctionCase("linear", [[4, 3], [5, 3], [5]]) { F.linear($0[0], $0[1], bias: $0[2]) },
]

let convolutionCases = [
  FunctionCase("conv2d", images) { F.conv2d($0[0], $0[1], bias: $0[2]) },
  FunctionCase("conv2d stride padding", images) {
    F.conv2d($0[0], $0[1], bias: $0[2], stride: (2, 1), padding: (1, 2))
  },
  FunctionCase("conv2d dilation", images) {
    F.conv2d($0[0], $0[1], bias: $0[2], stride: (1, 1), padding: (2, 2), dilation: (2, 3))
  },
  FunctionCase("conv2d same", images) { F.conv2d($0[0], $0[1], bias: $0[2], padding: .same) },
  FunctionCase("conv2d same dilated", images) {
    F.conv2d($0[0], $0[1], bias: $0[2], padding: "same", dilation: 2)
  },
  FunctionCase("conv2d valid", images) { F.conv2d($0[0], $0[1], bias: $0[2], padding: "valid") },
  FunctionCase("conv2d groups", [[2, 4, 5, 6], [6, 2, 3, 2], [6]]) {
    F.conv2d($0[0], $0[1], bias: $0[2], groups: 2)
  },
  FunctionCase("conv2d depthwise", [[2, 4, 5, 6], [4, 1, 3, 3]]) {
    F.conv2d($0[0], $0[1], padding: 1, groups: 4)
  },
  FunctionCase("conv2d one image", [[4, 5, 6], [6, 4, 3, 2]]) { F.conv2d($0[0], $0[1]) },
  FunctionCase("conv1d", sequences) { F.conv1d($0[0], $0[1], bias: $0[2]) },
  FunctionCase("conv1d stride padding", sequences) {
    F.conv1d($0[0], $0[1], bias: $0[2], stride: 2, padding: 1, dilation: 2)
  },
  FunctionCase("conv1d same", [[2, 4, 9], [6, 4, 4]]) {
    F.conv1d($0[0], $0[1], padding: .same)
  },
  FunctionCase("conv1d groups", [[2, 4, 9], [6, 2, 3]]) { F.conv1d($0[0], $0[1], groups: 2) },
  FunctionCase("pad constant", image) { F.pad($0[0], [1, 2, 0, 3], value: 0.5) },
  FunctionCase("pad negative", image) { F.pad($0[0], [-1, 2, 1, -2]) },
  FunctionCase("pad reflect", image) { F.pad($0[0], [1, 2, 3, 0], mode: .reflect) },
  FunctionCase("pad replicate", image) { F.pad($0[0], [1, 2, 3, 0], mode: .replicate) },
  FunctionCase("pad circular", image) { F.pad($0[0], [1, 2, 3, 0], mode: .circular) },
  FunctionCase("pad sequence", [[2, 3, 7]]) { F.pad($0[0], [2, 3], mode: .reflect) },
]

let poolingCases = [
  FunctionCase("maxPool2d", image) { F.maxPool2d($0[0], kernelSize: 2) },
  FunctionCase("maxPool2d options", image) {
    F.maxPool2d(
      $0[0], kernelSize: (3, 2), stride: (2, 1), padding: (1, 1), dilation: (1, 2), ceilMode: true)
  },
  FunctionCase("avgPool2d", image) { F.avgPool2d($0[0], kernelSize: 2) },
  FunctionCase("avgPool2d options", image) {
    F.avgPool2d(
      $0[0], kernelSize: 3, stride: 2, padding: 1, ceilMode: true, countIncludePad: false)
  },
  FunctionCase("avgPool2d divisor", image) {
    F.avgPool2d($0[0], kernelSize: 2, divisorOverride: 3)
  },
  FunctionCase("maxPool1d", [[2, 3, 9]]) {
    F.maxPool1d($0[0], kernelSize: 3, stride: 2, padding: 1, dilation: 2)
  },
  FunctionCase("avgPool1d", [[2, 3, 9]]) {
    F.avgPool1d($0[0], kernelSize: 3, stride: 2, padding: 1)
  },
  FunctionCase("adaptiveAvgPool2d", image) { F.adaptiveAvgPool2d($0[0], (3, 4)) },
  FunctionCase("adaptiveAvgPool2d one", image) { F.adaptiveAvgPool2d($0[0], 1) },
  FunctionCase("adaptiveAvgPool2d larger", image) { F.adaptiveAvgPool2d($0[0], (nil, 8)) },
  FunctionCase("adaptiveAvgPool1d", [[2, 3, 9]]) { F.adaptiveAvgPool1d($0[0], 4) },
  FunctionCase("batchNorm", [[4, 3, 2, 2], [3], [3]]) {
    F.batchNorm(
      $0[0], runningMean: nil, runningVar: nil, weight: $0[1], bias: $0[2], training: true)
  },
  FunctionCase("batchNorm in use", [[4, 3], [3], [3]]) {
    F.batchNorm(
      $0[0], runningMean: weight3($0[0]) - 2, runningVar: weight3($0[0]), weight: $0[1],
      bias: $0[2])
  },
  FunctionCase("layerNorm", [[4, 5, 3], [3], [3]]) {
    F.layerNorm($0[0], [3], weight: $0[1], bias: $0[2])
  },
  FunctionCase("layerNorm two axes", [[4, 5, 3], [5, 3]]) {
    F.layerNorm($0[0], [5, 3], weight: $0[1], eps: 0.01)
  },
  FunctionCase("layerNorm plain", [[4, 5, 3]]) { F.layerNorm($0[0], [5, 3]) },
  FunctionCase("embedding", [[6, 3]]) { F.embedding(words, $0[0]) },
  FunctionCase("embedding padding", [[6, 3]]) { F.embedding(words, $0[0], paddingIdx: -2) },
  FunctionCase("embedding by frequency", [[6, 3]]) {
    F.embedding(words, $0[0], scaleGradByFreq: true)
  },
]

let likelihoodCases = [
  FunctionCase("nllLoss", vector) { F.nllLoss($0[0], labels, weight: weight3($0[0])) },
  FunctionCase("nllLoss images", [[2, 3, 2]]) {
    F.nllLoss($0[0], labels.view(2, 2), reduction: .sum)
  },
  FunctionCase("crossEntropy", vector) { F.crossEntropy($0[0], labels) },
  FunctionCase("crossEntropy none", vector) { F.crossEntropy($0[0], labels, reduction: .none) },
  FunctionCase("crossEntropy options", vector) {
    F.crossEntropy($0[0], ignoring, weight: weight3($0[0]), labelSmoothing: 0.1)
  },
  FunctionCase("crossEntropy smoothed", vector) {
    F.crossEntropy($0[0], ignoring, labelSmoothing: 0.3)
  },
  FunctionCase("crossEntropy smoothed none", vector) {
    F.crossEntropy(
      $0[0], ignoring, weight: weight3($0[0]), reduction: .none, labelSmoothing: 0.1)
  },
  FunctionCase("crossEntropy smoothed sum", [[2, 3, 2]]) {
    F.crossEntropy($0[0], labels.view(2, 2), reduction: .sum, labelSmoothing: 0.1)
  },
  FunctionCase("crossEntropy probabilities", pair) {
    F.crossEntropy(
      $0[0], F.softmax($0[1], dim: 1), weight: weight3($0[0]), labelSmoothing: 0.1)
  },
  FunctionCase("crossEntropy probabilities none", [[2, 3, 2], [2, 3, 2]]) {
    F.crossEntropy($0[0], $0[1], reduction: .none)
  },
  FunctionCase("crossEntropy one sample", [[3]]) { F.crossEntropy($0[0], labels[0]) },
]

let lossCases = [
  FunctionCase("mseLoss", pair) { F.mseLoss($0[0], $0[1]) },
  FunctionCase("mseLoss sum", pair) { F.mseLoss($0[0], $0[1], reduction: .sum) },
  FunctionCase("mseLoss none", pair) { F.mseLoss($0[0], $0[1], reduction: .none) },
  FunctionCase("l1Loss", pair) { F.l1Loss($0[0], $0[1]) },
  FunctionCase("l1Loss sum", pair) { F.l1Loss($0[0], $0[1], reduction: .sum) },
  FunctionCase("huberLoss", pair) { F.huberLoss($0[0], $0[1], delta: 0.4) },
  FunctionCase("huberLoss none", pair) {
    F.huberLoss($0[0], $0[1], reduction: .none, delta: 0.7)
  },
  FunctionCase("binaryCrossEntropy", pair) {
    F.binaryCrossEntropy($0[0].sigmoid(), $0[1].sigmoid())
  },
  FunctionCase("binaryCrossEntropy weight", pair) {
    F.binaryCrossEntropy(
      $0[0].sigmoid(), $0[1].sigmoid(), weight: weight3($0[0]), reduction: .sum)
  },
  FunctionCase("binaryCrossEntropyWithLogits", pair) {
    F.binaryCrossEntropyWithLogits($0[0] * 3, $0[1].sigmoid())
  },
  FunctionCase("binaryCrossEntropyWithLogits options", pair) {
    F.binaryCrossEntropyWithLogits(
      $0[0] * 3, $0[1].sigmoid(), weight: weight3($0[0]), reduction: .none,
      posWeight: weight3($0[0]) + 1)
  },
  FunctionCase("klDiv", pair) {
    F.klDiv($0[0], F.softmax($0[1], dim: 1), reduction: .batchMean)
  },
  FunctionCase("klDiv mean", pair) { F.klDiv($0[0], F.softmax($0[1], dim: 1)) },
  FunctionCase("klDiv logarithms", pair) {
    F.klDiv($0[0], F.logSoftmax($0[1], dim: 1), reduction: .sum, logTarget: true)
  },
  FunctionCase("klDiv none", pair) { F.klDiv($0[0], F.relu($0[1]), reduction: .none) },
]

let functionCases =
  activationCases + convolutionCases + poolingCases + likelihoodCases + lossCases
