// A tensor is a reference, so `x += y` changes its elements and needs no `var`.

extension Tensor {
  /// Adds another tensor in place.
  public static func += (lhs: Tensor, rhs: Tensor) { lhs.addInPlace(rhs) }
  /// Subtracts another tensor in place.
  public static func -= (lhs: Tensor, rhs: Tensor) { lhs.subtractInPlace(rhs) }
  /// Multiplies by another tensor in place.
  public static func *= (lhs: Tensor, rhs: Tensor) { lhs.multiplyInPlace(rhs) }
  /// Divides by another tensor in place.
  public static func /= (lhs: Tensor, rhs: Tensor) { lhs.divideInPlace(rhs) }

  /// Adds a number in place.
  public static func += <S: TensorScalar>(lhs: Tensor, rhs: S) { lhs.addInPlace(rhs) }
  /// Subtracts a number in place.
  public static func -= <S: TensorScalar>(lhs: Tensor, rhs: S) { lhs.subtractInPlace(rhs) }
  /// Multiplies by a number in place.
  public static func *= <S: TensorScalar>(lhs: Tensor, rhs: S) { lhs.multiplyInPlace(rhs) }
  /// Divides by a number in place.
  public static func /= <S: TensorScalar>(lhs: Tensor, rhs: S) { lhs.divideInPlace(rhs) }
}
