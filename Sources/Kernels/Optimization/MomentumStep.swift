/// The step of stochastic gradient descent, in the order of PyTorch's operations.
public struct MomentumStep<Scalar: BinaryFloatingPoint & Sendable>: Sendable {
  /// How far a step goes.
  public var lr: Scalar
  /// The share of the velocity that a step keeps; 0 for steps without a velocity.
  public var momentum: Scalar
  /// The share of the gradient that does not reach the velocity.
  public var dampening: Scalar
  /// The pull of each parameter towards zero.
  public var weightDecay: Scalar
  /// Whether a step looks ahead along the velocity.
  public var nesterov: Bool
  /// Whether this is the first step, whose gradient the velocity begins as.
  public var isFirst: Bool

  /// Gathers the options.
  public init(
    lr: Scalar, momentum: Scalar, dampening: Scalar, weightDecay: Scalar, nesterov: Bool,
    isFirst: Bool
  ) {
    self.lr = lr
    self.momentum = momentum
    self.dampening = dampening
    self.weightDecay = weightDecay
    self.nesterov = nesterov
    self.isFirst = isFirst
  }

  /// Changes some parameters and their velocities; `velocity` is nil without momentum.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func callAsFunction(
    _ range: Range<Int>, parameter: UnsafeMutablePointer<Scalar>,
    gradient: UnsafePointer<Scalar>, velocity: UnsafeMutablePointer<Scalar>?
  ) {
    guard let velocity else {
      for index in range {
        parameter[index] -= lr * (gradient[index] + weightDecay * parameter[index])
      }
      return
    }
    let (kept, taken) = isFirst ? (0, 1) : (momentum, 1 - dampening)
    let (ahead, alongside): (Scalar, Scalar) = nesterov ? (momentum, 1) : (1, 0)
    if isFirst { (velocity + range.lowerBound).update(repeating: 0, count: range.count) }
    for index in range {
      let slope = gradient[index] + weightDecay * parameter[index]
      let speed = kept * velocity[index] + taken * slope
      velocity[index] = speed
      parameter[index] -= lr * (ahead * speed + alongside * slope)
    }
  }
}
