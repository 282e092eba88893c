extension Tensor {
  /// e to the power of each element.
  public final func exp() -> Tensor {
    function(.exponential, "ExpBackward0", saves: .result) { gradient, y in gradient * y }
  }

  /// e to the power of each element, less one; exact near zero.
  public final func expm1() -> Tensor {
    function(.exponentialM1, "Expm1Backward0", saves: .result) { gradient, y in gradient * (y + 1) }
  }

  /// The natural logarithm of each element.
  public final func log() -> Tensor {
    function(.logarithm, "LogBackward0", saves: .input) { gradient, x in gradient / x }
  }

  /// The natural logarithm of one more than each element.
  public final func log1p() -> Tensor {
    function(.logarithm1p, "Log1PBackward0", saves: .input) { gradient, x in gradient / (x + 1) }
  }

  /// The square root of each element.
  public final func sqrt() -> Tensor {
    function(.squareRoot, "SqrtBackward0", saves: .result) { gradient, y in gradient / (y * 2) }
  }

  /// One divided by each element.
  public final func reciprocal() -> Tensor {
    function(.reciprocal, "ReciprocalBackward0", saves: .result) { gradient, y in
      -(gradient * (y * y))
    }
  }

  /// The magnitude of each element.
  public final func abs() -> Tensor {
    if !dtype.isFloatingPoint { return choose(self .< 0, -self, self) }
    return function(.absolute, "AbsBackward0", saves: .input) { gradient, x in gradient * x.sign() }
  }

  /// -1, 0 or 1 as each element is negative, zero or positive.
  public final func sign() -> Tensor {
    if !dtype.isFloatingPoint { return (self .> 0).to(dtype) - (self .< 0).to(dtype) }
    return stepwise(.sign, "SignBackward0")
  }

  /// Each element, or zero for a negative one.
  public final func relu() -> Tensor {
    if !dtype.isFloatingPoint { return clamp(min: 0) }
    return function(.relu, "ReluBackward0", saves: .result) { gradient, y in
      gradient.maskedFill(y .<= 0, 0)
    }
  }

  /// 1 / (1 + e⁻ˣ) of each element x.
  public final func sigmoid() -> Tensor {
    function(.sigmoid, "SigmoidBackward0", saves: .result) { gradient, y in
      gradient * y * (1 - y)
    }
  }

  /// The hyperbolic tangent of each element.
  public final func tanh() -> Tensor {
    function(.tanh, "TanhBackward0", saves: .result) { gradient, y in gradient * (1 - y * y) }
  }

  /// The sine of each element, an angle in radians.
  public final func sin() -> Tensor {
    function(.sine, "SinBackward0", saves: .input) { gradient, x in gradient * x.cos() }
  }

  /// The cosine of each element, an angle in radians.
  public final func cos() -> Tensor {
    function(.cosine, "CosBackward0", saves: .input) { gradient, x in -(gradient * x.sin()) }
  }

  /// The error function of each element.
  public final func erf() -> Tensor {
    let slope = 2 / Double.pi.squareRoot()
    return function(.errorFunction, "ErfBackward0", saves: .input) { gradient, x in
      gradient * (-(x * x)).exp() * slope
    }
  }

  /// Each element rounded down to a whole number.
  public final func floor() -> Tensor { stepwise(.floor, "FloorBackward0") }

  /// Each element rounded up to a whole number.
  public final func ceil() -> Tensor { stepwise(.ceil, "CeilBackward0") }

  /// Each element rounded to the nearest whole number, halves to the even one.
  public final func round() -> Tensor { stepwise(.round, "RoundBackward0") }

  final func stepwise(_ operation: UnaryOperation, _ name: StaticString) -> Tensor {
    if !dtype.isFloatingPoint { return self }
    return function(operation, name, saves: .nothing) { gradient, _ in
      Tensor.zeros(like: gradient)
    }
  }

  /// A function of each element, with its derivative from the gradient and what was saved.
  final func function(
    _ operation: UnaryOperation, _ name: StaticString, saves: FunctionSaving,
    _ derivative: @escaping @Sendable (_ gradient: Tensor, _ saved: Tensor) -> Tensor
  ) -> Tensor {
    let input = dtype.isFloatingPoint ? self : to(.float32)
    let result = Tensor(StridedView(emptyLike: layout, input.dtype))
    device.backend.unary(operation, input.elements, into: result.layout)
    return record(result, self) { FunctionNode(self, result, name, saves, derivative) }
  }
}

/// Which value the derivative of a function is computed from.
enum FunctionSaving { case input, result, nothing }

/// A node of a function of each element.
private final class FunctionNode: AutogradNode {
  private var saved: SavedTensor?
  private let title: StaticString
  private let derivative: @Sendable (Tensor, Tensor) -> Tensor

  init(
    _ input: Tensor, _ result: Tensor, _ title: StaticString, _ saving: FunctionSaving,
    _ derivative: @escaping @Sendable (Tensor, Tensor) -> Tensor
  ) {
    switch saving {
    case .input: saved = SavedTensor(input)
    case .result: saved = SavedTensor(result)
    case .nothing: saved = nil
    }
    self.title = title
    self.derivative = derivative
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) {
    send(derivative(gradient, saved?.unpacked(for: self) ?? gradient), to: 0)
  }

  override func release() { saved = nil }
}
