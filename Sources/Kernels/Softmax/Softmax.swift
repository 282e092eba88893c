/// Softmax and its logarithm along one axis, each run shifted by its maximum so that no exponential
/// overflows.
public enum Softmax<Scalar: RealMath> {
  /// Writes `exp(x − max) / Σ exp(x − max)` for some runs.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ shape: SoftmaxShape, runs: Range<Int>, input: UnsafePointer<Scalar>,
    output: UnsafeMutablePointer<Scalar>
  ) {
    for run in runs {
      let (source, target) = (input + shape.start(of: run), output + shape.start(of: run))
      let top = maximum(shape, source)
      var sum: Scalar = 0
      for i in 0..<shape.count {
        let power = Scalar.exp(source[i * shape.inner] - top)
        target[i * shape.inner] = power
        sum += power
      }
      for i in 0..<shape.count { target[i * shape.inner] /= sum }
    }
  }

  /// Writes `y·(g − Σ g·y)` for some runs, with `y` the output and `g` its gradient.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func backward(
    _ shape: SoftmaxShape, runs: Range<Int>, output: UnsafePointer<Scalar>,
    outputGradient: UnsafePointer<Scalar>, inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for run in runs {
      let start = shape.start(of: run)
      var dot: Scalar = 0
      for i in 0..<shape.count {
        let place = start + i * shape.inner
        dot += outputGradient[place] * output[place]
      }
      for i in 0..<shape.count {
        let place = start + i * shape.inner
        inputGradient[place] = output[place] * (outputGradient[place] - dot)
      }
    }
  }

  /// Writes `x − max − log Σ exp(x − max)` for some runs.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func logForward(
    _ shape: SoftmaxShape, runs: Range<Int>, input: UnsafePointer<Scalar>,
    output: UnsafeMutablePointer<Scalar>
  ) {
    for run in runs {
      let (source, target) = (input + shape.start(of: run), output + shape.start(of: run))
      let top = maximum(shape, source)
      var sum: Scalar = 0
      for i in 0..<shape.count { sum += Scalar.exp(source[i * shape.inner] - top) }
      let logSum = Scalar.log(sum)
      for i in 0..<shape.count {
        target[i * shape.inner] = source[i * shape.inner] - top - logSum
      }
    }
  }

  /// Writes `g − exp(y)·Σ g` for some runs, with `y` the output and `g` its gradient.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func logBackward(
    _ shape: SoftmaxShape, runs: Range<Int>, output: UnsafePointer<Scalar>,
    outputGradient: UnsafePointer<Scalar>, inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for run in runs {
      let start = shape.start(of: run)
      var sum: Scalar = 0
      for i in 0..<shape.count { sum += outputGradient[start + i * shape.inner] }
      for i in 0..<shape.count {
        let place = start + i * shape.inner
        inputGradient[place] =
          outputGradient[place] - Scalar.exp(output[place]) * sum
      }
    }
  }

  @inline(__always)
  private static func maximum(_ shape: SoftmaxShape, _ source: UnsafePointer<Scalar>) -> Scalar {
    var top = -Scalar.infinity
    for i in 0..<shape.count {
      let value = source[i * shape.inner]
      if !(value <= top) { top = value }
    }
    return top
  }
}
