package import Kernels
package import Tensors

extension CPUBackend {
  /// Channels that one thread takes at a time: about 32,000 elements.
  private func grain(_ shape: NormalizationShape) -> Int {
    max(1, (1 << 15) / max(1, shape.perChannel))
  }

  package func channelStatistics(
    _ shape: NormalizationShape, input: StridedView, mean: StridedView, variance: StridedView
  ) {
    if let planes = input.planes(shape), planes.shape.lane == .image {
      return planes.statistics(mean: mean.pointer(), variance: variance.pointer())
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let x = input.pointer(T.self)
      let (center, square) = (mean.pointer(T.self), variance.pointer(T.self))
      parallelFor(count: shape.channels, grain: grain(shape)) { channels in
        BatchNormalization.statistics(
          shape, channels: channels, input: x, mean: center, variance: square)
      }
    }
    run(networkScalar(input))
  }

  package func channelTerms(
    mean: StridedView, variance: StridedView, weight: StridedView?, bias: StridedView?,
    eps: Double, into terms: ChannelTerms
  ) {
    func run<T: NetworkScalar>(_: T.Type) {
      BatchNormalization.terms(
        count: mean.count, mean: mean.pointer(T.self), variance: variance.pointer(T.self),
        weight: weight.map { UnsafePointer($0.pointer(T.self)) },
        bias: bias.map { UnsafePointer($0.pointer(T.self)) }, eps: T(eps),
        inverseDeviation: terms.inverseDeviation.pointer(T.self),
        scale: terms.scale.pointer(T.self), shift: terms.shift.pointer(T.self))
    }
    run(networkScalar(mean))
  }

  package func channelScale(
    _ shape: NormalizationShape, input: StridedView, scale: StridedView, shift: StridedView,
    into output: StridedView
  ) {
    if let planes = input.planes(shape) {
      return output.leave(ScaledPlanes(planes, scale: scale, shift: shift))
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, y) = (input.pointer(T.self), output.pointer(T.self))
      let (factor, offset) = (scale.pointer(T.self), shift.pointer(T.self))
      parallelFor(count: shape.channels, grain: grain(shape)) { channels in
        BatchNormalization.apply(
          shape, channels: channels, input: x, scale: factor, shift: offset, output: y)
      }
    }
    run(networkScalar(output))
  }

  package func batchNormBackward(
    _ shape: NormalizationShape, outputGradient: StridedView, saved: BatchNormSaved,
    into gradients: BatchNormGradients
  ) {
    if let value = saved.input.planes(shape), value.shape.lane == .image {
      let gradient = outputGradient.planes(value.shape)
      let terms = gradient.normalizationTerms(of: value, saved, into: gradients)
      gradients.input?.leave(
        NormalizedGradientPlanes(gradient, of: value, terms, sums: gradients.bias))
      return
    }
    func run<T: NetworkScalar>(_: T.Type) {
      let (x, dy) = (saved.input.pointer(T.self), outputGradient.pointer(T.self))
      let (mean, inverse) = (saved.mean.pointer(T.self), saved.inverseDeviation.pointer(T.self))
      let weight = saved.weight.map { UnsafePointer($0.pointer(T.self)) }
      let (sums, products) = (gradients.bias.pointer(T.self), gradients.weight.pointer(T.self))
      let dx = gradients.input?.pointer(T.self)
      let isBatch = saved.usesBatchStatistics
      parallelFor(count: shape.channels, grain: grain(shape)) { channels in
        BatchNormalization.gradientSums(
          shape, channels: channels, input: x, outputGradient: dy, mean: mean,
          inverseDeviation: inverse, sums: sums, products: products)
        guard let dx else { return }
        BatchNormalization.inputGradient(
          shape, channels: channels, input: x, outputGradient: dy, mean: mean,
          inverseDeviation: inverse, weight: weight, sums: isBatch ? UnsafePointer(sums) : nil,
          products: isBatch ? UnsafePointer(products) : nil, inputGradient: dx)
      }
    }
    run(networkScalar(outputGradient))
  }
}

extension StridedView {
  /// The planes that this view is known as, when they have the channels of `shape`.
  fileprivate func planes(_ shape: NormalizationShape) -> Planes? {
    guard let planes, planes.shape.batch == shape.batch, planes.shape.channels == shape.channels
    else { return nil }
    return planes
  }
}
