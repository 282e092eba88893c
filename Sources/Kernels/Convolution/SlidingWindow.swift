/// A window that slides along one axis of a picture: the axis of a convolution or a pooling.
///
/// The arithmetic is PyTorch's (`torch/nn/modules/conv.py`, "Shape"):
/// `output = ⌊(input + padding − dilation·(kernel − 1) − 1) / stride⌋ + 1`.
public struct SlidingWindow: Equatable, Sendable {
  /// Length of the axis, without padding.
  public let input: Int
  /// Number of taps.
  public let kernel: Int
  /// Steps between neighbouring windows.
  public let stride: Int
  /// Steps between neighbouring taps.
  public let dilation: Int
  /// Places added before the first element.
  public let paddingBefore: Int
  /// Places added after the last element; differs from `paddingBefore` only for `.same` padding
  /// of an even window.
  public let paddingAfter: Int
  /// Whether a last window may run over the padded end (pooling's `ceilMode`).
  public let roundsUp: Bool
  /// Number of windows; zero when the window is longer than the padded axis.
  public let output: Int

  /// A window with the same padding at both ends.
  public init(
    input: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    roundsUp: Bool = false
  ) {
    self.init(
      input: input, kernel: kernel, stride: stride, paddingBefore: padding, paddingAfter: padding,
      dilation: dilation, roundsUp: roundsUp)
  }

  /// A window with its own padding at each end.
  public init(
    input: Int, kernel: Int, stride: Int = 1, paddingBefore: Int, paddingAfter: Int,
    dilation: Int = 1, roundsUp: Bool = false
  ) {
    self.input = input
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    self.paddingBefore = paddingBefore
    self.paddingAfter = paddingAfter
    self.roundsUp = roundsUp
    // Kept, because the loops ask for it often and a division is slow.
    output = Self.countWindows(
      padded: input + paddingBefore + paddingAfter, extent: dilation * (kernel - 1) + 1,
      stride: stride, lastStart: roundsUp ? input + paddingBefore - 1 : nil)
  }

  /// Number of windows, of which with `lastStart` one more may begin there or before.
  private static func countWindows(padded: Int, extent: Int, stride: Int, lastStart: Int?) -> Int {
    let room = padded - extent
    guard room >= 0 else { return 0 }
    guard let lastStart else { return room / stride + 1 }
    let count = (room + stride - 1) / stride + 1
    // A window that would begin in the padding after the end is dropped, as PyTorch does.
    return (count - 1) * stride > lastStart ? count - 1 : count
  }

  /// Places from the first tap to the last, both counted.
  public var extent: Int { dilation * (kernel - 1) + 1 }

  /// Length of the axis with its padding.
  public var padded: Int { paddingBefore + input + paddingAfter }

  /// Place of a tap of a window on the axis; outside `0..<input` it lies in the padding.
  @inline(__always)
  public func position(window: Int, tap: Int) -> Int {
    window * stride - paddingBefore + tap * dilation
  }

  /// Whether there is one window and it is the axis itself.
  public var isWholeAxis: Bool {
    paddingBefore == 0 && paddingAfter == 0 && dilation == 1 && kernel == input
  }
}
