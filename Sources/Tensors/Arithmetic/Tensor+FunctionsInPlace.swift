// The in-place forms of functions of each element: PyTorch's names with a trailing underscore.

extension Tensor {
  /// Sets every element to e to its power. (PyTorch: `exp_`.)
  @discardableResult
  public final func expInPlace() -> Tensor { replaced(in: "expInPlace") { $0.exp() } }

  /// Sets every element to its natural logarithm. (PyTorch: `log_`.)
  @discardableResult
  public final func logInPlace() -> Tensor { replaced(in: "logInPlace") { $0.log() } }

  /// Sets every element to its square root. (PyTorch: `sqrt_`.)
  @discardableResult
  public final func sqrtInPlace() -> Tensor { replaced(in: "sqrtInPlace") { $0.sqrt() } }

  /// Sets every element to a power of it. (PyTorch: `pow_`.)
  @discardableResult
  public final func powInPlace<S: TensorScalar>(_ exponent: S) -> Tensor {
    replaced(in: "powInPlace") { $0.pow(exponent) }
  }

  /// Sets every element to its magnitude. (PyTorch: `abs_`.)
  @discardableResult
  public final func absInPlace() -> Tensor { replaced(in: "absInPlace") { $0.abs() } }

  /// Sets every element to its negative. (PyTorch: `neg_`.)
  @discardableResult
  public final func negateInPlace() -> Tensor { replaced(in: "negateInPlace") { -$0 } }

  /// Sets every element to one divided by it. (PyTorch: `reciprocal_`.)
  @discardableResult
  public final func reciprocalInPlace() -> Tensor {
    replaced(in: "reciprocalInPlace") { $0.reciprocal() }
  }

  /// Sets negative elements to zero. (PyTorch: `relu_`.)
  @discardableResult
  public final func reluInPlace() -> Tensor { replaced(in: "reluInPlace") { $0.relu() } }

  /// Sets every element x to 1 / (1 + e⁻ˣ). (PyTorch: `sigmoid_`.)
  @discardableResult
  public final func sigmoidInPlace() -> Tensor { replaced(in: "sigmoidInPlace") { $0.sigmoid() } }

  /// Sets every element to its hyperbolic tangent. (PyTorch: `tanh_`.)
  @discardableResult
  public final func tanhInPlace() -> Tensor { replaced(in: "tanhInPlace") { $0.tanh() } }

  /// Rounds every element down. (PyTorch: `floor_`.)
  @discardableResult
  public final func floorInPlace() -> Tensor { replaced(in: "floorInPlace") { $0.floor() } }

  /// Rounds every element up. (PyTorch: `ceil_`.)
  @discardableResult
  public final func ceilInPlace() -> Tensor { replaced(in: "ceilInPlace") { $0.ceil() } }

  /// Rounds every element to the nearest whole number, halves to the even one. (PyTorch: `round_`.)
  @discardableResult
  public final func roundInPlace() -> Tensor { replaced(in: "roundInPlace") { $0.round() } }

  /// Raises elements below `min` to it and lowers those above `max` to it. (PyTorch: `clamp_`.)
  @discardableResult
  public final func clampInPlace(min: Double? = nil, max: Double? = nil) -> Tensor {
    replaced(in: "clampInPlace") { $0.clamp(min: min, max: max) }
  }

  /// Sets the elements to `value` where the mask holds. (PyTorch: `masked_fill_`.)
  @discardableResult
  public final func maskedFillInPlace<S: TensorScalar>(_ mask: Tensor, _ value: S) -> Tensor {
    replaced(in: "maskedFillInPlace") { $0.maskedFill(mask, value) }
  }
}
