/// How a cell's code is optimised.
enum Optimization: Sendable {
  /// Not at all, since nothing in it can run long.
  case none
  /// So that what was written before a trap is found behind it, though it would have been
  /// overwritten had the code gone on.
  case careful
  /// As far as the compiler can: what it writes does not outlive its functions.
  case full
}
