/// An operation that makes one element of many.
package enum Reduction: Sendable {
  /// In the result's type, which is `int64` for whole numbers and truth values.
  case sum, product
  /// In the input's type.
  case maximum, minimum
  /// To a truth value.
  case any, all
}
