extension Tensor {
  /// The product, element by element, of tensors that broadcast.
  public static func * (lhs: Tensor, rhs: Tensor) -> Tensor {
    record(lhs.combined(.multiply, rhs), lhs, rhs) { MulBackward(lhs, rhs) }
  }

  /// The product with a number.
  public static func * <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    record(lhs.combined(.multiply, rhs.scalar), lhs) {
      ScaleBackward(lhs, .multiply, rhs.scalar)
    }
  }

  /// The product with a number.
  public static func * <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor { rhs * lhs }

  /// The quotient, element by element, of tensors that broadcast.
  ///
  /// Whole numbers are divided as `float32`.
  public static func / (lhs: Tensor, rhs: Tensor) -> Tensor {
    let dtype = promotedType(lhs, rhs)
    let values = lhs.combined(.divide, rhs, as: dtype.isFloatingPoint ? dtype : .float32)
    return record(values, lhs, rhs) { DivBackward(lhs, rhs) }
  }

  /// The quotient by a number; whole numbers are divided as `float32`.
  public static func / <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    let dtype = promotedType(lhs, rhs.scalar)
    let values = lhs.combined(.divide, rhs.scalar, as: dtype.isFloatingPoint ? dtype : .float32)
    return record(values, lhs) { ScaleBackward(lhs, .divide, rhs.scalar) }
  }

  /// A number divided by each element: the number times the reciprocals.
  public static func / <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    rhs.reciprocal() * lhs
  }

  /// The negative of each element.
  public static prefix func - (operand: Tensor) -> Tensor {
    if operand.dtype == .bool {
      misuse("truth values have no negative", in: "-", [Argument("self", operand)])
    }
    return record(operand.combined(.multiply, .int(-1)), operand) {
      NegBackward(Inputs(operand.node))
    }
  }
}

private final class NegBackward: AutogradNode {
  override func backward(_ gradient: Tensor) { send(-gradient, to: 0) }
}

private final class MulBackward: BinaryNode {
  private var saved: (SavedTensor?, SavedTensor?)

  override init(_ a: Tensor, _ b: Tensor) {
    saved = (b.node == nil ? nil : SavedTensor(a), a.node == nil ? nil : SavedTensor(b))
    super.init(a, b)
  }

  override func backward(_ gradient: Tensor) {
    if let b = saved.1?.unpacked(for: self) { reduceAndSend(gradient * b, to: 0) }
    if let a = saved.0?.unpacked(for: self) { reduceAndSend(gradient * a, to: 1) }
  }

  override func release() { saved = (nil, nil) }
}

private final class DivBackward: BinaryNode {
  private var dividend: SavedTensor?
  private var divisor: SavedTensor?

  override init(_ a: Tensor, _ b: Tensor) {
    divisor = SavedTensor(b)
    dividend = b.node == nil ? nil : SavedTensor(a)
    super.init(a, b)
  }

  override func backward(_ gradient: Tensor) {
    guard let b = divisor?.unpacked(for: self) else { return }
    let scaled = gradient / b
    if needs(0) { reduceAndSend(scaled, to: 0) }
    if let a = dividend?.unpacked(for: self) { reduceAndSend(-(scaled * (a / b)), to: 1) }
  }

  override func release() { (dividend, divisor) = (nil, nil) }
}

/// Multiplication or division by a number.
private final class ScaleBackward: AutogradNode {
  private let operation: BinaryOperation
  private let factor: Scalar
  private let dtype: DType

  init(_ input: Tensor, _ operation: BinaryOperation, _ factor: Scalar) {
    self.operation = operation
    self.factor = factor
    dtype = input.dtype
    super.init(Inputs(input.node))
  }

  override var name: String { operation == .multiply ? "MulBackward0" : "DivBackward0" }

  override func backward(_ gradient: Tensor) {
    send(gradient.combined(operation, factor).to(dtype), to: 0)
  }
}
