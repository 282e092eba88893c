/// The loss of PyTorch's `nll_loss` over log-probabilities `[outer, classes, inner]` and one class
/// number per run, `[outer, inner]`.
public enum NegativeLogLikelihood<Scalar: BinaryFloatingPoint> {
  /// The place of the first target that is neither a class nor `ignoreIndex`, or nil.
  public static func firstInvalidTarget(
    _ shape: SoftmaxShape, targets: UnsafePointer<Int64>, ignoreIndex: Int
  ) -> Int? {
    (0..<shape.runs).first {
      let target = Int(targets[$0])
      return target != ignoreIndex && (target < 0 || target >= shape.count)
    }
  }

  /// Writes the weighted loss `−w[t]·x[t]` of each run; zero where the target is ignored.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ shape: SoftmaxShape, input: UnsafePointer<Scalar>, targets: UnsafePointer<Int64>,
    weight: UnsafePointer<Scalar>?, ignoreIndex: Int, losses: UnsafeMutablePointer<Scalar>
  ) {
    for run in 0..<shape.runs {
      let target = Int(targets[run])
      losses[run] =
        target == ignoreIndex
        ? 0 : -input[shape.start(of: run) + target * shape.inner] * (weight?[target] ?? 1)
    }
  }

  /// The sum of the losses and of their weights, in the order of the runs; the mean is one divided
  /// by the other.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func total(
    _ shape: SoftmaxShape, input: UnsafePointer<Scalar>, targets: UnsafePointer<Int64>,
    weight: UnsafePointer<Scalar>?, ignoreIndex: Int
  ) -> (loss: Scalar, weight: Scalar) {
    var total: (loss: Scalar, weight: Scalar) = (0, 0)
    for run in 0..<shape.runs {
      let target = Int(targets[run])
      if target == ignoreIndex { continue }
      let factor = weight?[target] ?? 1
      total.loss -= input[shape.start(of: run) + target * shape.inner] * factor
      total.weight += factor
    }
    return total
  }

  /// Writes the gradient with respect to the input: `−w[t]·g` at each run's target, else zero.
  ///
  /// `gradients` holds one gradient per run, or with `gradientStep` zero a single one for all.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func backward(
    _ shape: SoftmaxShape, gradients: UnsafePointer<Scalar>, gradientStep: Int,
    targets: UnsafePointer<Int64>, weight: UnsafePointer<Scalar>?, ignoreIndex: Int,
    scale: Scalar, inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    inputGradient.update(repeating: 0, count: shape.runs * shape.count)
    for run in 0..<shape.runs {
      let target = Int(targets[run])
      if target == ignoreIndex { continue }
      inputGradient[shape.start(of: run) + target * shape.inner] =
        -gradients[run * gradientStep] * scale * (weight?[target] ?? 1)
    }
  }
}
