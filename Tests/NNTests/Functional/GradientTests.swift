import NN
import Tensors
import Testing

/// The gradients of a convolution in each of its options.
@Test func convolutionGradients() {
  let weight = doubles(4, 3, 3, 2, seed: 2)
  let bias = doubles(4, seed: 3)
  expectGradients(of: doubles(2, 3, 5, 6), weight, bias) {
    F.conv2d($0[0], $0[1], bias: $0[2], stride: 2, padding: 1)
  }
  expectGradients(of: doubles(2, 3, 7, 6), weight, bias) {
    F.conv2d(
      $0[0], $0[1], bias: $0[2], stride: (1, 2), padding: .zeros(rows: 0, columns: 1),
      dilation: (2, 1))
  }
  expectGradients(of: doubles(2, 3, 4, 3), weight) { F.conv2d($0[0], $0[1], padding: .same) }
  expectGradients(of: doubles(2, 6, 5, 5), weight, bias) {
    F.conv2d($0[0], $0[1], bias: $0[2], groups: 2)
  }
  // One image, without a batch axis.
  expectGradients(of: doubles(3, 5, 5), weight, bias) { F.conv2d($0[0], $0[1], bias: $0[2]) }
}

/// The gradients of a convolution whose kernels cover the image, which is a matrix product.
@Test func wholeImageConvolutionGradients() {
  expectGradients(of: doubles(5, 2, 3, 3), doubles(7, 2, 3, 3, seed: 2), doubles(7, seed: 3)) {
    F.conv2d($0[0], $0[1], bias: $0[2])
  }
}

/// Gradients flow back into a view that does not lie in reading order.
@Test func convolutionOfATransposedView() {
  expectGradients(of: doubles(2, 5, 6, 3), doubles(4, 3, 3, 2, seed: 2)) {
    F.conv2d($0[0].permute(0, 3, 1, 2), $0[1])
  }
}

/// The gradients of both poolings, with overlapping windows and padding.
@Test func poolingGradients() {
  expectGradients(of: doubles(2, 3, 6, 7)) { F.maxPool2d($0[0], kernelSize: 2) }
  expectGradients(of: doubles(2, 3, 6, 7)) {
    F.maxPool2d($0[0], kernelSize: (3, 2), stride: (2, 1), padding: (1, 1), ceilMode: true)
  }
  expectGradients(of: doubles(2, 3, 7, 7)) {
    F.maxPool2d($0[0], kernelSize: 2, stride: 1, dilation: 2)
  }
  expectGradients(of: doubles(2, 3, 6, 7)) {
    F.avgPool2d($0[0], kernelSize: 3, stride: 2, padding: 1, ceilMode: true)
  }
  expectGradients(of: doubles(3, 6, 7)) {
    F.avgPool2d($0[0], kernelSize: 3, stride: 2, padding: 1, countIncludePad: false)
  }
}

/// The gradients of softmax and its logarithm along each axis.
@Test(arguments: [0, 1, 2, -1]) func softmaxGradients(dim: Int) {
  expectGradients(of: doubles(3, 4, 5)) { F.softmax($0[0], dim: dim) }
  expectGradients(of: doubles(3, 4, 5)) { F.logSoftmax($0[0], dim: dim) }
}

/// The gradients of the likelihood losses, with weights and an ignored class.
@Test(arguments: [NN.Reduction.none, .mean, .sum])
func likelihoodGradients(reduction: NN.Reduction) {
  let target = Tensor([2, 0, 1, 2])
  let weight = doubles(3, seed: 5, requiresGrad: false) + 2
  expectGradients(of: doubles(4, 3)) {
    F.crossEntropy($0[0], target, weight: weight, ignoreIndex: 0, reduction: reduction)
  }
  expectGradients(of: doubles(4, 3)) { F.nllLoss($0[0], target, reduction: reduction) }
  expectGradients(of: doubles(2, 3, 2)) {
    F.nllLoss($0[0], target.view(2, 2), weight: weight, reduction: reduction)
  }
}

/// The gradients of batch normalisation, while training and in use.
@Test func batchNormGradients() {
  let (weight, bias) = (doubles(3, seed: 2), doubles(3, seed: 3))
  let mean = doubles(3, seed: 4, requiresGrad: false)
  let variance = doubles(3, seed: 5, requiresGrad: false) + 2
  expectGradients(of: doubles(4, 3, 2, 3), weight, bias) {
    F.batchNorm(
      $0[0], runningMean: nil, runningVar: nil, weight: $0[1], bias: $0[2], training: true)
  }
  expectGradients(of: doubles(4, 3), weight, bias) {
    F.batchNorm($0[0], runningMean: mean, runningVar: variance, weight: $0[1], bias: $0[2])
  }
}

/// The gradients of the rectifier, of a linear map and of the squared error.
@Test func simpleGradients() {
  expectGradients(of: doubles(3, 4)) { F.relu($0[0]) }
  expectGradients(of: doubles(3, 4), doubles(5, 4, seed: 2), doubles(5, seed: 3)) {
    F.linear($0[0], $0[1], bias: $0[2])
  }
  expectGradients(of: doubles(3, 4), doubles(3, 4, seed: 2)) { F.mseLoss($0[0], $0[1]) }
}
