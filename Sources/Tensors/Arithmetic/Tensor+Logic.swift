// `.&`, `.|`, `.^` and `.!` are the standard library's operators for SIMD masks; for truth values
// they are PyTorch's `&`, `|`, `^` and `~`, for whole numbers they work on each bit, as there.

extension Tensor {
  /// Where both hold; for whole numbers, the bits that both have.
  ///
  ///     x[(x .> 0) .& (x .< 1)]  // the elements between 0 and 1
  public static func .& (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.bitwise(.and, rhs) }

  /// Where either holds; for whole numbers, the bits that either has.
  public static func .| (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.bitwise(.or, rhs) }

  /// Where one holds and the other does not; for whole numbers, the bits that only one has.
  public static func .^ (lhs: Tensor, rhs: Tensor) -> Tensor { lhs.bitwise(.exclusiveOr, rhs) }

  /// Where the mask does not hold; for whole numbers, all bits turned around.
  public static prefix func .! (mask: Tensor) -> Tensor {
    if mask.dtype == .bool { return mask .== false }
    return mask .^ Tensor(-1, dtype: mask.dtype, device: mask.device)
  }

  /// Where neither tensor's element is zero.
  public final func logicalAnd(_ other: Tensor) -> Tensor { (self .!= 0) .& (other .!= 0) }

  /// Where either tensor's element is not zero.
  public final func logicalOr(_ other: Tensor) -> Tensor { (self .!= 0) .| (other .!= 0) }

  /// Where exactly one of both tensors' elements is not zero.
  public final func logicalXor(_ other: Tensor) -> Tensor { (self .!= 0) .^ (other .!= 0) }

  /// Where the element is zero.
  public final func logicalNot() -> Tensor { self .== 0 }

  private func bitwise(_ operation: BinaryOperation, _ other: Tensor) -> Tensor {
    for tensor in [self, other] where tensor.dtype.isFloatingPoint {
      misuse(
        "\(tensor.dtype.name) has no bits to combine", in: operation.name,
        [Argument("lhs", self), Argument("rhs", other)],
        hint: "compare first: (x .> 0) \(operation.name) (y .> 0)")
    }
    return combined(operation, other)
  }
}

extension Tensor {
  /// Where the element is not a number.
  public final func isnan() -> Tensor { self .!= self }

  /// Where the element is infinite.
  public final func isinf() -> Tensor { detach().abs() .== Double.infinity }

  /// Where the element is neither infinite nor not a number.
  public final func isfinite() -> Tensor {
    dtype.isFloatingPoint
      ? detach().abs() .< Double.infinity : Tensor.ones(like: self, dtype: .bool)
  }

  /// Where elements differ by at most `atol + rtol · |other|`.
  public final func isclose(
    _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
  ) -> Tensor {
    noGrad {
      let (a, b) = (detach(), other.detach())
      let close = ((a - b).abs() .<= b.abs() * rtol + atol) .& a.isfinite() .& b.isfinite()
      let same = close .| (a .== b)
      return equalNaN ? same .| (a.isnan() .& b.isnan()) : same
    }
  }

  /// Whether all elements differ by at most `atol + rtol · |other|`.
  public final func allclose(
    _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
  ) -> Bool {
    isclose(other, rtol: rtol, atol: atol, equalNaN: equalNaN).all().item(as: Bool.self)
  }
}
