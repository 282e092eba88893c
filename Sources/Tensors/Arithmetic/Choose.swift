/// The elements of `a` where `condition` holds, and of `b` elsewhere. (PyTorch: `torch.where`; a
/// function of that name could not be called in Swift.)
///
///     choose(x .> 0, x, 0 * x)
public func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
  if condition.dtype != .bool {
    misuse(
      "the condition must be of truth values, not \(condition.dtype.name)", in: "choose",
      [Argument("condition", condition)], hint: "compare it: condition .!= 0")
  }
  let dtype = promotedType(a, b)
  let values = commonShape(a, b, in: "choose")
  guard let shape = broadcastShape(condition.layout.shape, values) else {
    misuse(
      "the condition does not fit the values", in: "choose",
      [Argument("condition", condition), Argument("values", values.array)])
  }
  let result = Tensor(StridedView(empty: shape, dtype, device: a.device))
  result.device.backend.choose(
    condition.elements.expanded(to: shape),
    a.convertedQuietly(to: dtype).elements.expanded(to: shape),
    b.convertedQuietly(to: dtype).elements.expanded(to: shape), into: result.layout)
  return record(result, a, b) { WhereBackward(condition, a, b) }
}

/// The elements of `a` where `condition` holds, and a number elsewhere.
public func choose<S: TensorScalar>(_ condition: Tensor, _ a: Tensor, _ b: S) -> Tensor {
  choose(condition, a, Tensor(b, dtype: promotedType(a, b.scalar), device: a.device))
}

/// A number where `condition` holds, and the elements of `b` elsewhere.
public func choose<S: TensorScalar>(_ condition: Tensor, _ a: S, _ b: Tensor) -> Tensor {
  choose(condition, Tensor(a, dtype: promotedType(b, a.scalar), device: b.device), b)
}

/// One number where `condition` holds, and another elsewhere.
///
///     choose(x .> 0, 1.0, -1.0)
public func choose<S: TensorScalar>(_ condition: Tensor, _ a: S, _ b: S) -> Tensor {
  choose(condition, Tensor(a, device: condition.device), Tensor(b, device: condition.device))
}

extension Tensor {
  /// These elements where `condition` holds, and those of `other` elsewhere.
  public final func `where`(_ condition: Tensor, _ other: Tensor) -> Tensor {
    choose(condition, self, other)
  }

  /// These elements where `condition` holds, and a number elsewhere.
  public final func `where`<S: TensorScalar>(_ condition: Tensor, _ other: S) -> Tensor {
    choose(condition, self, other)
  }
}

private final class WhereBackward: BinaryNode {
  private var condition: SavedTensor?

  init(_ condition: Tensor, _ a: Tensor, _ b: Tensor) {
    self.condition = SavedTensor(condition)
    super.init(a, b)
  }

  override func backward(_ gradient: Tensor) {
    guard let condition = condition?.unpacked(for: self) else { return }
    let zero = Tensor(0, dtype: gradient.dtype, device: gradient.device)
    if needs(0) { reduceAndSend(choose(condition, gradient, zero), to: 0) }
    if needs(1) { reduceAndSend(choose(condition, zero, gradient), to: 1) }
  }

  override func release() { condition = nil }
}
