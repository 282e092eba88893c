package import BlockTasks
package import Kernels
package import Tensors

/// What a device computes for networks, beyond the operations of `Backend`.
///
/// The functions of `F` check shapes and types and allocate results; a backend only fills them in.
/// All views are contiguous, on the backend's device and, but for class numbers and places of
/// maxima, of one floating point type.
package protocol NetworkBackend: Sendable {
  /// `output = max(0, input)`.
  func relu(_ input: StridedView, into output: StridedView)
  /// The gradient with respect to the input of `relu`, from its output.
  func reluBackward(
    outputGradient: StridedView, output: StridedView, into inputGradient: StridedView)

  /// The values of a function at all elements.
  func activation(
    _ function: ActivationFunction, input: StridedView, into output: StridedView)
  /// The gradient with respect to the input of `activation`.
  func activationBackward(
    _ function: ActivationFunction, outputGradient: StridedView, input: StridedView,
    into inputGradient: StridedView)

  /// `output = input ⋆ weight + bias`.
  func convolution(
    _ shape: ConvolutionShape, input: StridedView, weight: StridedView, bias: StridedView?,
    into output: StridedView)
  /// The gradients of `convolution` that are wanted.
  func convolutionBackward(
    _ shape: ConvolutionShape, outputGradient: StridedView, input: StridedView,
    weight: StridedView, into gradients: ConvolutionGradients)

  /// Random elements zero, the others divided by `1 - p`.
  ///
  /// Returns which elements those are.
  func dropout(
    _ input: StridedView, p: Double, seed: UInt64, into output: StridedView
  ) -> DropPattern
  /// The gradient with respect to the input of `dropout`.
  func dropoutBackward(
    _ pattern: DropPattern, outputGradient: StridedView, into inputGradient: StridedView)

  /// The maxima of all windows and, as `int32` places within each plane, where they are.
  func maxPool(
    _ shape: PoolingShape, input: StridedView, into output: StridedView, indices: StridedView)
  /// The gradient with respect to the input of `maxPool`.
  func maxPoolBackward(
    _ shape: PoolingShape, outputGradient: StridedView, indices: StridedView,
    into inputGradient: StridedView)

  /// The means of all windows.
  func averagePool(
    _ shape: PoolingShape, divisor: PoolingDivisor, input: StridedView, into output: StridedView)
  /// The gradient with respect to the input of `averagePool`.
  func averagePoolBackward(
    _ shape: PoolingShape, divisor: PoolingDivisor, outputGradient: StridedView,
    into inputGradient: StridedView)

  /// The means of windows that share the image out evenly.
  func adaptiveAveragePool(
    _ shape: AdaptivePoolingShape, input: StridedView, into output: StridedView)
  /// The gradient with respect to the input of `adaptiveAveragePool`.
  func adaptiveAveragePoolBackward(
    _ shape: AdaptivePoolingShape, outputGradient: StridedView, into inputGradient: StridedView)

  /// The softmax, or its logarithm, of each run.
  func softmax(
    _ shape: SoftmaxShape, logarithm: Bool, input: StridedView, into output: StridedView)
  /// The gradient with respect to the input of `softmax`, from its output.
  func softmaxBackward(
    _ shape: SoftmaxShape, logarithm: Bool, outputGradient: StridedView, output: StridedView,
    into inputGradient: StridedView)

  /// Mean and biased variance of each channel.
  func channelStatistics(
    _ shape: NormalizationShape, input: StridedView, mean: StridedView, variance: StridedView)
  /// What ``channelScale(_:input:scale:shift:into:)`` takes to bring each channel to mean zero and
  /// variance one, and then to a weight and a bias.
  func channelTerms(
    mean: StridedView, variance: StridedView, weight: StridedView?, bias: StridedView?,
    eps: Double, into terms: ChannelTerms)
  /// `output = scale · input + shift` with one scale and one shift for each channel.
  func channelScale(
    _ shape: NormalizationShape, input: StridedView, scale: StridedView, shift: StridedView,
    into output: StridedView)
  /// The gradients of a batch normalisation.
  func batchNormBackward(
    _ shape: NormalizationShape, outputGradient: StridedView, saved: BatchNormSaved,
    into gradients: BatchNormGradients)

  /// The place of the first target that is no class and not ignored, or nil.
  func firstInvalidTarget(_ loss: LikelihoodLoss, targets: StridedView) -> Int?
  /// The loss of each run, or one loss for all.
  ///
  /// Returns what the sum was divided by: 1 unless the loss is a mean.
  func likelihoodLoss(
    _ loss: LikelihoodLoss, input: StridedView, targets: StridedView, weight: StridedView?,
    into output: StridedView
  ) -> Double
  /// The gradient with respect to the input of `likelihoodLoss`.
  func likelihoodLossBackward(
    _ loss: LikelihoodLoss, outputGradient: StridedView, divisor: Double, targets: StridedView,
    weight: StridedView?, into inputGradient: StridedView)

  /// Changes parameters, and their velocities if they have some, along their gradients.
  func momentumStep(_ updates: [MomentumUpdate])
  /// Changes parameters and the running means of their gradients and of the squares of those.
  func adaptiveStep(_ updates: [AdaptiveUpdate])
}

/// A function of each element whose derivative is computed from the input.
package enum ActivationFunction: Equatable, Sendable {
  case leakyRelu(negativeSlope: Double)
  case gelu
  case tanhGelu
  case silu
}

/// What a step of `SGD` does to one parameter.
package struct MomentumUpdate: Sendable {
  package var options: MomentumOptions
  package var parameter: StridedView
  package var gradient: StridedView
  package var velocity: StridedView?
}

/// What a step of `Adam` or `AdamW` does to one parameter.
package struct AdaptiveUpdate: Sendable {
  package var terms: AdaptiveTerms<Double>
  package var parameter: StridedView
  package var gradient: StridedView
  package var mean: StridedView
  package var square: StridedView
}

/// The options of a step of `SGD`.
package struct MomentumOptions: Sendable {
  package var lr: Double
  package var momentum: Double
  package var dampening: Double
  package var weightDecay: Double
  package var nesterov: Bool
  /// Whether the velocity begins as this step's gradient.
  package var isFirst: Bool
}

/// Where the gradients of a convolution are written; nil where none is wanted.
package struct ConvolutionGradients: Sendable {
  package var input: StridedView?
  package var weight: StridedView?
  package var bias: StridedView?
}

/// What the derivative of a batch normalisation needs.
package struct BatchNormSaved: Sendable {
  package var input: StridedView
  package var mean: StridedView
  package var inverseDeviation: StridedView
  package var weight: StridedView?
  /// Whether mean and deviation were computed from the input.
  package var usesBatchStatistics: Bool
}

/// Where the numbers of a batch normalisation are written.
package struct ChannelTerms: Sendable {
  /// One divided by the deviation.
  package var inverseDeviation: StridedView
  package var scale: StridedView
  package var shift: StridedView
}

/// Where the gradients of a batch normalisation are written.
package struct BatchNormGradients: Sendable {
  package var input: StridedView?
  package var weight: StridedView
  package var bias: StridedView
}

/// What is asked of a likelihood loss.
package struct LikelihoodLoss: Equatable, Sendable {
  package var shape: SoftmaxShape
  package var ignoreIndex: Int
  package var reduction: Reduction
}

extension Device {
  /// What computes networks on this device.
  package var networkBackend: any NetworkBackend { CPUBackend.shared }
}
