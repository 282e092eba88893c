/// A number for the height and one for the width, and whether it was written as one.
///
/// PyTorch prints `kernel_size=2` or `kernel_size=(2, 2)` as the program wrote it.
package struct Pair: Sendable, Equatable, CustomStringConvertible {
  package var rows: Int
  package var columns: Int
  package private(set) var isSingle: Bool

  package init(_ both: Int) { (rows, columns, isSingle) = (both, both, true) }

  package init(_ pair: (Int, Int)) { (rows, columns, isSingle) = (pair.0, pair.1, false) }

  package var values: (Int, Int) { (rows, columns) }

  package var smallest: Int { min(rows, columns) }

  /// As Python prints an int or a tuple.
  package var description: String { isSingle ? "\(rows)" : "(\(rows), \(columns))" }
}
