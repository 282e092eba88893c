/// A 5×5 window as four windows of at most 3×3, whose convolutions add up to its own.
///
///     columns   0 1 2   3 4
///     rows 0-2    1      0
///     rows 3-4    2      3
///
/// Each is filled up with zeros to 3×3 and goes Winograd's way. A part with only two columns has
/// then no weight at the positions of infinity along its rows, and one with two rows none at those
/// along its columns: 121 products are left for sixteen outputs that take 400 directly. The numbers
/// above put those side by side that have weights.
public enum WindowPart {
  /// Number of parts.
  public static let count = 4
}
