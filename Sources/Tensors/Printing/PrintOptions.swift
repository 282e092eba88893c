internal import Synchronization

/// How tensors are printed: `torch.set_printoptions`.
public struct PrintOptions: Sendable {
  /// Digits after the point.
  public var precision = 4
  /// Elements above which only the edges of each axis are shown.
  public var threshold = 1000
  /// Elements shown at each end of an axis then.
  public var edgeItems = 3
  /// Characters in a line.
  public var lineWidth = 80
  /// Whether numbers are written like `1.0000e-05`; nil lets their range decide.
  public var scientific: Bool?

  /// PyTorch's defaults.
  public init() {}

  /// The options in use.
  public static var current: PrintOptions {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }

  private static let stored = Mutex(PrintOptions())
}
