/// A number for the height and one for the width, and whether it was written as one.
///
/// PyTorch prints `kernel_size=2` or `kernel_size=(2, 2)` as the program wrote it.
package struct Pair: Sendable, Equatable, CustomStringConvertible {
  package var rows: Int
  package var columns: Int
  private var isSingle: Bool

  package init(_ both: Int) { (rows, columns, isSingle) = (both, both, true) }

  package init(_ pair: (Int, Int)) { (rows, columns, isSingle) = (pair.0, pair.1, false) }

  package var values: (Int, Int) { (rows, columns) }

  package var smallest: Int { min(rows, columns) }

  /// As Python prints an int or a tuple.
  package var description: String { isSingle ? "\(rows)" : "(\(rows), \(columns))" }
}

/// What a convolution adds around its input.
public enum Padding: Sendable, Equatable {
  /// As many zeros as keep height and width; with stride 1 only.
  case same
  /// No zeros.
  case valid
  /// Zeros above and below, and to the left and right.
  case zeros(rows: Int, columns: Int)
}

/// What values a convolution's padding has.
public enum PaddingMode: String, Sendable {
  /// Zeros, the only kind so far.
  case zeros
  /// The image mirrored at its edges.
  case reflect
  /// The image's edges repeated.
  case replicate
  /// The image's opposite side.
  case circular
}
