/// By what PyTorch's `avg_pool2d` divides a window's sum.
public enum PoolingDivisor: Equatable, Sendable {
  /// The places of the window within the padded plane (PyTorch's default).
  case paddedWindow
  /// The places of the window within the plane itself (`count_include_pad=False`).
  case insideWindow
  /// A given number (`divisor_override`).
  case fixed(Int)
}
