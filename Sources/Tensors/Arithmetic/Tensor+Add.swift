extension Tensor {
  /// The sum, element by element, of tensors that broadcast.
  public static func + (lhs: Tensor, rhs: Tensor) -> Tensor {
    record(lhs.combined(.add, rhs), lhs, rhs) { AddBackward(lhs, rhs) }
  }

  /// The sum with a number.
  public static func + <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    record(lhs.combined(.add, rhs.scalar), lhs) { AddScalarBackward(lhs, "AddBackward0") }
  }

  /// The sum with a number.
  public static func + <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor { rhs + lhs }

  /// The difference, element by element, of tensors that broadcast.
  public static func - (lhs: Tensor, rhs: Tensor) -> Tensor {
    refuseTruth(lhs, rhs)
    return record(lhs.combined(.subtract, rhs), lhs, rhs) { SubBackward(lhs, rhs) }
  }

  /// The difference from a number.
  public static func - <S: TensorScalar>(lhs: Tensor, rhs: S) -> Tensor {
    refuseTruth(lhs, nil)
    return record(lhs.combined(.subtract, rhs.scalar), lhs) {
      AddScalarBackward(lhs, "SubBackward0")
    }
  }

  /// A number less each element.
  public static func - <S: TensorScalar>(lhs: S, rhs: Tensor) -> Tensor {
    refuseTruth(nil, rhs)
    let dtype = promotedType(rhs, lhs.scalar)
    let values = Tensor(lhs, dtype: dtype, device: rhs.device)
      .combined(.subtract, rhs, as: dtype)
    return record(values, rhs) { RsubBackward(rhs) }
  }

  /// Stops when an operand of a difference is of truth values, as PyTorch does: `1 - mask` is
  /// mostly meant to invert it.
  @inline(__always)
  private static func refuseTruth(_ lhs: Tensor?, _ rhs: Tensor?) {
    if lhs?.dtype != .bool, rhs?.dtype != .bool { return }
    misuse(
      "truth values have no difference", in: "-",
      (lhs.map { [Argument("lhs", $0)] } ?? []) + (rhs.map { [Argument("rhs", $0)] } ?? []),
      hint: "invert a mask with .!mask, or convert it: mask.to(.int64)")
  }
}

private final class AddBackward: BinaryNode {
  override func backward(_ gradient: Tensor) {
    if needs(0) { reduceAndSend(gradient, to: 0) }
    if needs(1) { reduceAndSend(gradient, to: 1) }
  }
}

private final class SubBackward: BinaryNode {
  override func backward(_ gradient: Tensor) {
    if needs(0) { reduceAndSend(gradient, to: 0) }
    if needs(1) { reduceAndSend(-gradient, to: 1) }
  }
}

private final class AddScalarBackward: AutogradNode {
  private let dtype: DType
  private let title: StaticString

  init(_ input: Tensor, _ title: StaticString) {
    dtype = input.dtype
    self.title = title
    super.init(Inputs(input.node))
  }

  override var name: String { "\(title)" }

  override func backward(_ gradient: Tensor) { send(gradient.to(dtype), to: 0) }
}

private final class RsubBackward: AutogradNode {
  private let dtype: DType

  init(_ input: Tensor) {
    dtype = input.dtype
    super.init(Inputs(input.node))
  }

  override var name: String { "RsubBackward1" }

  override func backward(_ gradient: Tensor) { send((-gradient).to(dtype), to: 0) }
}
