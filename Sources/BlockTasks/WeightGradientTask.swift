/// What one block adds to the gradient of a convolution's weight, for some output channels.
///
/// Steps are in numbers, as in ``ConvolutionTask``.
public struct WeightGradientTask {
  /// The first tap of the first window of the first input channel.
  public var x: UnsafePointer<Float>
  /// The gradient of the first output channel's first element.
  public var gradient: UnsafePointer<Float>
  /// The sums, `[outputs, inputs, kernel rows, kernel columns]` without gaps.
  public var weightGradient: UnsafeMutablePointer<Float>
  /// Number of channels.
  public var inputs = 0
  /// Number of channels whose weights are meant.
  public var outputs = 0
  /// Steps in the input: to the next channel, row of windows, row of taps, tap of a row.
  public var xSteps = (channel: 0, row: 0, tapRow: 0, tap: 0)
  /// Steps in the gradient: to the next channel and row.
  public var gradientSteps = (channel: 0, row: 0)
  /// Size of the kernel.
  public var kernel = (rows: 0, columns: 0)
  /// Size of a plane of the gradient.
  public var size = (rows: 0, columns: 0)
  /// Number of images in the block.
  public var lanes = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    x: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    weightGradient: UnsafeMutablePointer<Float>
  ) {
    self.x = x
    self.gradient = gradient
    self.weightGradient = weightGradient
  }
}
