internal import BlockTasks
internal import Kernels
internal import Tensors

/// A batch norm after a convolution of one channel, by ``TapSums``: neither the outputs' statistics
/// nor the gradient of the weight need the outputs.
extension ConvolvedPlanes {
  /// Mean and biased variance of each channel, where they are precise enough.
  var moments: [(mean: Double, variance: Double)?] {
    let sums = tapSums
    return (0..<shape.channels).map { channel in
      let (weights, bias) = parameters(of: channel)
      return sums.moments(weights, bias: bias)
    }
  }

  /// Makes the gradient of the weight from that for the gradients before the normalisation, by the
  /// terms `factor · (g − shift − (value − center) · slope)`.
  func normalizeWeightGradient(
    _ gradient: UnsafeMutablePointer<Float>, _ terms: [NormalizationTerms]
  ) {
    let sums = tapSums
    for (channel, terms) in terms.enumerated() {
      let (weights, bias) = parameters(of: channel)
      for tap in 0..<weights.count {
        let product = sums.product(weights, bias: bias, center: terms.center, tap: tap)
        let index = channel * weights.count + tap
        gradient[index] = Float(
          Double(terms.factor)
            * (Double(gradient[index]) - Double(terms.shift) * sums[tap]
              - Double(terms.slope) * product))
      }
    }
  }
}

extension ConvolutionGradients {
  /// Where the gradient of the bias must still be written: it is the sum of the output's, which some
  /// planes know.
  func biasUnlessKnown(_ gradient: Planes) -> StridedView? {
    guard let bias, let sums = gradient.channelSums else { return bias }
    bias.pointer(Float.self).update(from: sums, count: sums.count)
    return nil
  }
}
