/// One plane of a pooling.
///
/// `large` has no gaps between its rows, and neither has `small`.
public struct PoolingTask {
  /// The plane that windows slide over: read forwards, written backwards.
  public var large: UnsafeMutablePointer<Float>
  /// The plane of maxima: written forwards, read backwards.
  public var small: UnsafeMutablePointer<Float>
  /// The tap of its window that each maximum is, counted from 1 and negative where the maximum is
  /// not positive; 0 when no tap lies in the plane.
  public var taps: UnsafeMutablePointer<Float>
  /// Size of the large plane.
  public var input = (rows: 0, columns: 0)
  /// Size of the small plane.
  public var output = (rows: 0, columns: 0)
  /// Size of a window.
  public var kernel = (rows: 0, columns: 0)
  /// Steps between windows.
  public var stride = (rows: 0, columns: 0)
  /// Steps between the taps of a window.
  public var dilation = (rows: 0, columns: 0)
  /// Places before the first element, which never win.
  public var padding = (rows: 0, columns: 0)
  /// Whether the taps are written on the way forwards.
  public var findsTaps = true

  /// What gradients are multiplied by on their way back.
  public var scale: Float = 1
  /// Whether only positive maxima send their gradient back.
  public var positiveOnly = false

  /// A task with its pointers; the sizes are set afterwards.
  public init(
    large: UnsafeMutablePointer<Float>, small: UnsafeMutablePointer<Float>,
    taps: UnsafeMutablePointer<Float>
  ) {
    self.large = large
    self.small = small
    self.taps = taps
  }
}
