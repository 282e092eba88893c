// Comparisons element by element give a tensor of truth values. The operators are the standard
// library's for SIMD vectors.

extension Tensor {
  /// Where elements of the first are equal to those of the second.
  public static func .== (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.compared(.equal, rhs) }
  /// Where elements are equal to a number.
  public static func .== <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    lhs.compared(.equal, rhs.scalar)
  }
  /// Where a number is equal to the elements.
  public static func .== <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.compared(.equal, lhs.scalar)
  }

  /// Where elements of the first are not equal to those of the second.
  public static func .!= (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.compared(.notEqual, rhs) }
  /// Where elements are not equal to a number.
  public static func .!= <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    lhs.compared(.notEqual, rhs.scalar)
  }
  /// Where a number is not equal to the elements.
  public static func .!= <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.compared(.notEqual, lhs.scalar)
  }

  /// Where elements of the first are less than those of the second.
  public static func .< (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.compared(.less, rhs) }
  /// Where elements are less than a number.
  public static func .< <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    lhs.compared(.less, rhs.scalar)
  }
  /// Where a number is less than the elements.
  public static func .< <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.compared(.greater, lhs.scalar)
  }

  /// Where elements of the first are less or equal to those of the second.
  public static func .<= (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.compared(.lessOrEqual, rhs) }
  /// Where elements are less or equal to a number.
  public static func .<= <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    lhs.compared(.lessOrEqual, rhs.scalar)
  }
  /// Where a number is less or equal to the elements.
  public static func .<= <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.compared(.greaterOrEqual, lhs.scalar)
  }

  /// Where elements of the first are greater than those of the second.
  public static func .> (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.compared(.greater, rhs) }
  /// Where elements are greater than a number.
  public static func .> <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    lhs.compared(.greater, rhs.scalar)
  }
  /// Where a number is greater than the elements.
  public static func .> <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.compared(.less, lhs.scalar)
  }

  /// Where elements of the first are greater or equal to those of the second.
  public static func .>= (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.compared(.greaterOrEqual, rhs) }
  /// Where elements are greater or equal to a number.
  public static func .>= <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    lhs.compared(.greaterOrEqual, rhs.scalar)
  }
  /// Where a number is greater or equal to the elements.
  public static func .>= <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.compared(.lessOrEqual, lhs.scalar)
  }
}

extension Tensor {
  /// `x .== other`.
  public final func eq(_ other: Tensor) -> Tensor { self .== other }
  /// `x .== value`.
  public final func eq<S: TensorScalar>(_ value: S) -> Tensor { self .== value }
  /// `x .!= other`.
  public final func ne(_ other: Tensor) -> Tensor { self .!= other }
  /// `x .!= value`.
  public final func ne<S: TensorScalar>(_ value: S) -> Tensor { self .!= value }
  /// `x .< other`.
  public final func lt(_ other: Tensor) -> Tensor { self .< other }
  /// `x .< value`.
  public final func lt<S: TensorScalar>(_ value: S) -> Tensor { self .< value }
  /// `x .<= other`.
  public final func le(_ other: Tensor) -> Tensor { self .<= other }
  /// `x .<= value`.
  public final func le<S: TensorScalar>(_ value: S) -> Tensor { self .<= value }
  /// `x .> other`.
  public final func gt(_ other: Tensor) -> Tensor { self .> other }
  /// `x .> value`.
  public final func gt<S: TensorScalar>(_ value: S) -> Tensor { self .> value }
  /// `x .>= other`.
  public final func ge(_ other: Tensor) -> Tensor { self .>= other }
  /// `x .>= value`.
  public final func ge<S: TensorScalar>(_ value: S) -> Tensor { self .>= value }

  private func compared(_ comparison: Comparison, _ other: Tensor) -> Tensor {
    checkDevice(other, in: "comparison")
    let dtype = promotedType(self, other)
    let result = Tensor(emptyCommon(other, .bool, in: "comparison"))
    let a = convertedQuietly(to: dtype).elements.expanded(like: result.layout)
    let b = other.convertedQuietly(to: dtype).elements.expanded(like: result.layout)
    device.backend.compare(comparison, a, .view(b), into: result.layout)
    return result
  }

  private func compared(_ comparison: Comparison, _ other: Scalar) -> Tensor {
    let a = convertedQuietly(to: promotedType(self, other)).elements
    let result = Tensor(StridedView(emptyLike: layout, .bool))
    device.backend.compare(comparison, a, .scalar(other), into: result.layout)
    return result
  }
}

extension Tensor {
  /// Whether both tensors have the same shape and equal elements. (PyTorch: `torch.equal`.)
  public final func equal(_ other: Tensor) -> Bool {
    layout.shape == other.layout.shape && (self .== other).all().item() == 1
  }
}
