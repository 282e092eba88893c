/// Channels brought to mean zero and variance one.
///
/// Each function does some channels on the calling thread.
public enum BatchNormalization<Scalar: BinaryFloatingPoint> {
  /// Elements that are read.
  public typealias Source = UnsafePointer<Scalar>
  /// Elements that are written.
  public typealias Target = UnsafeMutablePointer<Scalar>

  /// Writes the mean and the biased variance of some channels.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func statistics(
    _ shape: NormalizationShape, channels: Range<Int>, input: Source, mean: Target,
    variance: Target
  ) {
    let count = Double(shape.perChannel)
    for channel in channels {
      // Sums of one sample are short; adding them in double precision keeps the rest exact.
      var sum = 0.0
      for sample in 0..<shape.batch {
        let start = shape.start(sample: sample, channel: channel)
        sum += Double(laneSum(shape.inner) { input[start + $0] })
      }
      let center = Scalar(sum / count)
      var squares = 0.0
      for sample in 0..<shape.batch {
        let start = shape.start(sample: sample, channel: channel)
        squares += Double(
          laneSum(shape.inner) { index in
            let difference = input[start + index] - center
            return difference * difference
          })
      }
      mean[channel] = center
      variance[channel] = Scalar(squares / count)
    }
  }

  /// Writes one divided by the deviation of each channel, and the scale and shift that bring it to
  /// its weight and bias, 1 and 0 when nil.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func terms(
    count: Int, mean: Source, variance: Source, weight: Source?, bias: Source?, eps: Scalar,
    inverseDeviation: Target, scale: Target, shift: Target
  ) {
    for channel in 0..<count {
      let inverse = 1 / (variance[channel] + eps).squareRoot()
      let factor = (weight?[channel] ?? 1) * inverse
      inverseDeviation[channel] = inverse
      scale[channel] = factor
      shift[channel] = (bias?[channel] ?? 0) - mean[channel] * factor
    }
  }

  /// Writes `scale · x + shift` with one scale and one shift for each channel.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func apply(
    _ shape: NormalizationShape, channels: Range<Int>, input: Source, scale: Source,
    shift: Source, output: Target
  ) {
    for channel in channels {
      let (factor, offset) = (scale[channel], shift[channel])
      for sample in 0..<shape.batch {
        let start = shape.start(sample: sample, channel: channel)
        for index in start..<start + shape.inner { output[index] = input[index] * factor + offset }
      }
    }
  }

  /// Writes, for some channels, the sums of the output gradient and of its product with the
  /// normalised input: the gradients of bias and weight.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func gradientSums(
    _ shape: NormalizationShape, channels: Range<Int>, input: Source, outputGradient: Source,
    mean: Source, inverseDeviation: Source, sums: Target, products: Target
  ) {
    for channel in channels {
      let center = mean[channel]
      var (sum, product) = (0.0, 0.0)
      for sample in 0..<shape.batch {
        let start = shape.start(sample: sample, channel: channel)
        sum += Double(laneSum(shape.inner) { outputGradient[start + $0] })
        product += Double(
          laneSum(shape.inner) { outputGradient[start + $0] * (input[start + $0] - center) })
      }
      sums[channel] = Scalar(sum)
      products[channel] = Scalar(product * Double(inverseDeviation[channel]))
    }
  }

  /// Writes the gradient with respect to the input of some channels.
  ///
  /// With `sums` and `products` the mean and variance were those of the batch and depend on the
  /// input themselves; without them they were constants.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func inputGradient(
    _ shape: NormalizationShape, channels: Range<Int>, input: Source, outputGradient: Source,
    mean: Source, inverseDeviation: Source, weight: Source?, sums: Source?, products: Source?,
    inputGradient: Target
  ) {
    let count = Scalar(shape.perChannel)
    for channel in channels {
      let center = mean[channel]
      let factor = (weight?[channel] ?? 1) * inverseDeviation[channel]
      let sumShare = (sums?[channel] ?? 0) / count
      let productShare = (products?[channel] ?? 0) / count * inverseDeviation[channel]
      for sample in 0..<shape.batch {
        let start = shape.start(sample: sample, channel: channel)
        for index in start..<start + shape.inner {
          inputGradient[index] =
            factor
            * (outputGradient[index] - sumShare - (input[index] - center) * productShare)
        }
      }
    }
  }

  /// Sum in four lanes: independent additions instead of one chain, and less rounding.
  @inline(__always)
  private static func laneSum(_ count: Int, _ value: (Int) -> Scalar) -> Scalar {
    var lanes: (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
    var index = 0
    while index + 4 <= count {
      lanes.0 += value(index)
      lanes.1 += value(index + 1)
      lanes.2 += value(index + 2)
      lanes.3 += value(index + 3)
      index += 4
    }
    while index < count {
      lanes.0 += value(index)
      index += 1
    }
    return (lanes.0 + lanes.1) + (lanes.2 + lanes.3)
  }
}
