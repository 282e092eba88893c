/// The elements of `a` where `condition` holds, and of `b` elsewhere. (PyTorch: `torch.where`,
/// which is a keyword of Swift.)
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

extension Tensor {
  /// These elements, but `value` where the mask holds.
  public final func maskedFill<S: TensorScalar>(_ mask: Tensor, _ value: S) -> Tensor {
    let filler = Tensor(value, dtype: dtype, device: device)
    return choose(mask, filler, self)
  }

  /// Elements below `min` raised to it, and those above `max` lowered to it.
  public final func clamp(min: Double? = nil, max: Double? = nil) -> Tensor {
    var values = self.detach()
    let isWhole = (min ?? 0).rounded() == min ?? 0 && (max ?? 0).rounded() == max ?? 0
    func scalar(_ value: Double) -> Scalar { isWhole ? .int(Int(value)) : .float(value) }
    if let min { values = values.combined(.maximum, scalar(min)) }
    if let max { values = values.combined(.minimum, scalar(max)) }
    if values.layout.storage === layout.storage { values = values.clone() }
    return record(values, self) { ClampBackward(self, min, max) }
  }

  /// The larger of each pair of elements.
  public final func maximum(_ other: Tensor) -> Tensor {
    let values = combined(.maximum, other)
    return record(values, self, other) { ExtremumBackward(self, other, .maximum) }
  }

  /// The smaller of each pair of elements.
  public final func minimum(_ other: Tensor) -> Tensor {
    let values = combined(.minimum, other)
    return record(values, self, other) { ExtremumBackward(self, other, .minimum) }
  }
}

/// The larger of each pair of elements.
public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { a.maximum(b) }

/// The smaller of each pair of elements.
public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { a.minimum(b) }

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

private final class ClampBackward: AutogradNode {
  private let min: Double?
  private let max: Double?
  private var input: SavedTensor?

  init(_ input: Tensor, _ min: Double?, _ max: Double?) {
    self.min = min
    self.max = max
    self.input = SavedTensor(input)
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) {
    guard let x = input?.unpacked(for: self) else { return }
    var result = gradient
    if let min { result = result.maskedFill(x .< min, 0) }
    if let max { result = result.maskedFill(x .> max, 0) }
    send(result, to: 0)
  }

  override func release() { input = nil }
}

/// The gradient of the larger or smaller of two, halved where they are equal.
private final class ExtremumBackward: BinaryNode {
  private var saved: (SavedTensor, SavedTensor)?
  private let operation: BinaryOperation

  init(_ a: Tensor, _ b: Tensor, _ operation: BinaryOperation) {
    saved = (SavedTensor(a), SavedTensor(b))
    self.operation = operation
    super.init(a, b)
  }

  override var name: String {
    operation == .maximum ? "MaximumBackward0" : "MinimumBackward0"
  }

  override func backward(_ gradient: Tensor) {
    guard let saved else { return }
    let (a, b) = (saved.0.unpacked(for: self), saved.1.unpacked(for: self))
    let first = operation == .maximum ? a .> b : a .< b
    let second = operation == .maximum ? b .> a : b .< a
    let half = (a .== b).to(gradient.dtype) * 0.5
    if needs(0) { reduceAndSend(gradient * (first.to(gradient.dtype) + half), to: 0) }
    if needs(1) { reduceAndSend(gradient * (second.to(gradient.dtype) + half), to: 1) }
  }

  override func release() { saved = nil }
}
