/// The sizes of a 2-D pooling over contiguous planes; batch and channels count as planes.
public struct PoolingShape: Equatable, Sendable {
  /// Number of planes: images times channels.
  public var planes: Int
  /// The window over the height.
  public var rows: SlidingWindow
  /// The window over the width.
  public var columns: SlidingWindow

  /// Gathers the sizes.
  public init(planes: Int, rows: SlidingWindow, columns: SlidingWindow) {
    self.planes = planes
    self.rows = rows
    self.columns = columns
  }

  /// Elements of one input plane.
  public var inPlane: Int { rows.input * columns.input }
  /// Elements of one output plane.
  public var outPlane: Int { rows.output * columns.output }

  /// Whether every window is a 2×2 tile of its own, the pooling of nearly every tutorial.
  public var isTwoByTwo: Bool {
    [rows, columns].allSatisfy {
      $0.kernel == 2 && $0.stride == 2 && $0.dilation == 1 && $0.paddingBefore == 0
        && $0.output * 2 <= $0.input
    }
  }
}
