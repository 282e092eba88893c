/// Some output channels of a convolution of one block.
///
/// Steps are in numbers. The input has its margin of zeros already, so that every tap of every
/// window lies within it; a flipped kernel is a first tap at the end and a step backwards.
public struct ConvolutionTask {
  /// The first tap of the first window of the first input channel.
  public var x: UnsafePointer<Float>
  /// The weight of the first tap of the first input channel for the first output channel.
  public var weight: UnsafePointer<Float>
  /// What each output channel begins with; zero when nil.
  public var bias: UnsafePointer<Float>?
  /// The first output channel.
  public var y: UnsafeMutablePointer<Float>
  /// Number of channels.
  public var inputs = 0
  /// Number of channels that are computed.
  public var outputs = 0
  /// Steps in the input: to the next channel, row of windows, row of taps, tap of a row.
  public var xSteps = (channel: 0, row: 0, tapRow: 0, tap: 0)
  /// Steps in the weight: to the next output, input, tap.
  public var weightSteps = (output: 0, input: 0, tap: 0)
  /// The step to the next output channel, whose rows follow each other without gaps.
  public var yChannel = 0
  /// Size of the kernel.
  public var kernel = (rows: 0, columns: 0)
  /// Size of an output plane.
  public var size = (rows: 0, columns: 0)
  /// Rows of the input that hold nothing but zeros: before the first of its own and after the last.
  public var zeroRows = (before: 0, after: 0)
  /// Number of images in the block.
  public var lanes = 0

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    x: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    y: UnsafeMutablePointer<Float>
  ) {
    self.x = x
    self.weight = weight
    self.bias = bias
    self.y = y
  }
}
