internal import Kernels
public import Tensors

extension F {
  /// Channels brought to mean zero and variance one, then scaled and shifted.
  ///
  /// - Parameters:
  ///   - input: `[N, C]` or `[N, C, ...]`; the mean is taken over all axes but the second.
  ///   - runningMean: `[C]`, used when not training, and updated while training.
  ///   - runningVar: `[C]`, likewise; the update takes the unbiased variance, as PyTorch does.
  ///   - weight: A factor for each channel.
  ///   - bias: What is added to each channel.
  ///   - training: Whether the batch's own mean and variance are used.
  ///   - momentum: The share of the batch in an update of the running values.
  ///   - eps: What is added to the variance, so that nothing is divided by zero.
  public static func batchNorm(
    _ input: Tensor, runningMean: Tensor?, runningVar: Tensor?, weight: Tensor? = nil,
    bias: Tensor? = nil, training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-5
  ) -> Tensor {
    let shape = normalizationShape(
      input,
      [
        ("runningMean", runningMean), ("runningVar", runningVar), ("weight", weight),
        ("bias", bias),
      ], training: training)
    let backend = input.device.networkBackend
    let x = input.detach().contiguous()
    let output = Tensor.empty(like: x)
    let isRecorded = isGradEnabled
    let (mean, inverse) = noGrad {
      let (mean, variance) = statistics(
        shape, x, runningMean, runningVar, training: training, momentum: momentum,
        isRecorded: isRecorded)
      let inverse = Tensor.empty([shape.channels], dtype: x.dtype, device: x.device)
      let terms = ChannelTerms(
        inverseDeviation: inverse.elements, scale: Tensor.empty(like: inverse).elements,
        shift: Tensor.empty(like: inverse).elements)
      backend.channelTerms(
        mean: mean.elements, variance: plainElements(variance),
        weight: weight.map(plainElements), bias: bias.map(plainElements), eps: eps, into: terms)
      backend.channelScale(
        shape, input: x.elements, scale: terms.scale, shift: terms.shift, into: output.elements)
      return (mean, inverse)
    }
    let wantsInput = input.requiresGrad
    return .differentiable(
      "NativeBatchNormBackward0", output, inputs: [input, weight, bias],
      saving: [x, mean, inverse] + (weight.map { [$0.detach().contiguous()] } ?? [])
    ) { gradient, saved in
      let gradients = (
        input: wantsInput ? Tensor.empty(like: saved[0]) : nil,
        weight: Tensor.empty(like: saved[1]), bias: Tensor.empty(like: saved[1])
      )
      backend.batchNormBackward(
        shape, outputGradient: plainElements(gradient),
        saved: BatchNormSaved(
          input: saved[0].elements, mean: saved[1].elements, inverseDeviation: saved[2].elements,
          weight: saved.count > 3 ? saved[3].elements : nil, usesBatchStatistics: training),
        into: BatchNormGradients(
          input: gradients.input?.elements, weight: gradients.weight.elements,
          bias: gradients.bias.elements))
      return [gradients.input, gradients.weight, gradients.bias]
    }
  }

  /// The mean and variance to normalise with; while training those of the batch, which then move
  /// the running ones.
  private static func statistics(
    _ shape: NormalizationShape, _ x: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?,
    training: Bool, momentum: Double, isRecorded: Bool
  ) -> (mean: Tensor, variance: Tensor) {
    if !training, let runningMean, let runningVar {
      let mean = runningMean.detach()
      // The way back must not see how a later training moves it.
      return (isRecorded ? mean.clone() : mean.contiguous(), runningVar)
    }
    let mean = Tensor.empty([shape.channels], dtype: x.dtype, device: x.device)
    let variance = Tensor.empty(like: mean)
    x.device.networkBackend.channelStatistics(
      shape, input: x.elements, mean: mean.elements, variance: variance.elements)
    runningMean?.multiplyInPlace(1 - momentum).addInPlace(mean, scale: momentum)
    let unbiased = Double(shape.perChannel) / Double(max(1, shape.perChannel - 1))
    runningVar?.multiplyInPlace(1 - momentum).addInPlace(variance, scale: momentum * unbiased)
    return (mean, variance)
  }

  private static func normalizationShape(
    _ input: Tensor, _ perChannel: [(name: String, tensor: Tensor?)], training: Bool
  ) -> NormalizationShape {
    requireFloatingPoint(input, "input", in: "batchNorm")
    guard input.ndim >= 2 else {
      misuse(
        "input must have an axis of channels after that of the batch", in: "batchNorm",
        [Argument("input", input)], hint: "add a batch axis with x.unsqueeze(0)")
    }
    let shape = NormalizationShape(
      batch: input.shape[0], channels: input.shape[1],
      inner: input.shape.dropFirst(2).reduce(1, *))
    for case (let name, let tensor?) in perChannel {
      requireSameKind(tensor, name, input, "input", in: "batchNorm")
      if tensor.shape != [shape.channels] {
        misuse(
          "\(name) must have one number for each of the \(shape.channels) channels",
          in: "batchNorm", [Argument("input", input, at: 1), Argument(name, tensor, at: 0)])
      }
    }
    if training, shape.perChannel < 2 {
      misuse(
        "each channel has \(shape.perChannel) value, and training needs two for a variance",
        in: "batchNorm", [Argument("input", input)],
        hint: "use a larger batch, or model.eval() for a single sample")
    }
    return shape
  }
}
