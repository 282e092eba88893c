/// A step of stochastic gradient descent over some parameters.
///
/// With the gradient's slope `s = gradient + weightDecay · parameter`, the velocity becomes
/// `v = kept · v + taken · s`, and the parameter loses `lr · (ahead · v + alongside · s)`.
public struct MomentumTask {
  /// What is changed.
  public var parameter: UnsafeMutablePointer<Float>
  /// Its gradient.
  public var gradient: UnsafePointer<Float>
  /// Its velocity; when nil, the parameter loses `lr · s`.
  public var velocity: UnsafeMutablePointer<Float>?
  /// Number of parameters.
  public var count: Int
  /// How far a step goes.
  public var lr: Float = 0
  /// The pull of each parameter towards zero.
  public var weightDecay: Float = 0
  /// The shares of the velocity and of the slope that make the new velocity.
  public var (kept, taken): (Float, Float) = (0, 0)
  /// The shares of the new velocity and of the slope that make the step.
  public var (ahead, alongside): (Float, Float) = (0, 0)

  /// A task with its operands; the shares are set afterwards.
  public init(
    parameter: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>,
    velocity: UnsafeMutablePointer<Float>?, count: Int
  ) {
    self.parameter = parameter
    self.gradient = gradient
    self.velocity = velocity
    self.count = count
  }
}
