// Functions of each element that the tutorials need less often.

extension Tensor {
  /// The square of each element.
  public final func square() -> Tensor { pow(2) }

  /// One divided by the square root of each element.
  public final func rsqrt() -> Tensor {
    function(.reciprocalSquareRoot, "RsqrtBackward0", saves: .result) { gradient, y in
      gradient * (y * y * y) * -0.5
    }
  }

  /// The logarithm of each element to base 2.
  public final func log2() -> Tensor {
    function(.logarithm2, "Log2Backward0", saves: .input) { gradient, x in
      gradient / (x * 0.693_147_180_559_945_3)
    }
  }

  /// The logarithm of each element to base 10.
  public final func log10() -> Tensor {
    function(.logarithm10, "Log10Backward0", saves: .input) { gradient, x in
      gradient / (x * 2.302_585_092_994_045_7)
    }
  }

  /// The tangent of each element, an angle in radians.
  public final func tan() -> Tensor {
    function(.tangent, "TanBackward0", saves: .result) { gradient, y in gradient * (y * y + 1) }
  }

  /// The angle in radians whose sine is the element.
  public final func asin() -> Tensor {
    function(.arcSine, "AsinBackward0", saves: .input) { gradient, x in
      gradient * (1 - x * x).rsqrt()
    }
  }

  /// The angle in radians whose cosine is the element.
  public final func acos() -> Tensor {
    function(.arcCosine, "AcosBackward0", saves: .input) { gradient, x in
      -(gradient * (1 - x * x).rsqrt())
    }
  }

  /// The angle in radians whose tangent is the element.
  public final func atan() -> Tensor {
    function(.arcTangent, "AtanBackward0", saves: .input) { gradient, x in
      gradient / (x * x + 1)
    }
  }

  /// The hyperbolic sine of each element.
  public final func sinh() -> Tensor {
    function(.hyperbolicSine, "SinhBackward0", saves: .input) { gradient, x in
      gradient * x.cosh()
    }
  }

  /// The hyperbolic cosine of each element.
  public final func cosh() -> Tensor {
    function(.hyperbolicCosine, "CoshBackward0", saves: .input) { gradient, x in
      gradient * x.sinh()
    }
  }

  /// Each element without its fraction.
  public final func trunc() -> Tensor { stepwise(.truncate, "TruncBackward0") }
}
