extension Tensor {
  /// These elements, but `value` where the mask holds.
  public final func maskedFill<S: TensorScalar>(_ mask: Tensor, _ value: S) -> Tensor {
    let filler = Tensor(value, dtype: dtype, device: device)
    let result = choose(mask, filler, detach())
    return record(result, self) { MaskedFillBackward(self, mask) }
  }

  /// These elements, but the single value of a tensor without axes where the mask holds.
  public final func maskedFill(_ mask: Tensor, _ value: Tensor) -> Tensor {
    if value.ndim != 0 {
      misuse(
        "the value has axes", in: "maskedFill", [Argument("self", self), Argument("value", value)],
        hint: "use choose(mask, value, x)")
    }
    let filler = value.to(dtype)
    let result = choose(mask, filler.detach(), detach())
    return Tensor.differentiable(
      "MaskedFillBackward1", result, inputs: [self, value], saving: [mask, detach(), value]
    ) { gradient, saved in
      [
        gradient.maskedFill(saved[0], 0).summed(to: saved[1].layout.shape),
        choose(saved[0], gradient, 0).sum().to(saved[2].dtype),
      ]
    }
  }

  /// Elements below those of `min` raised to them, and those above `max` lowered to them.
  public final func clamp(min: Tensor? = nil, max: Tensor? = nil) -> Tensor {
    let raised = min.map { maximum($0) } ?? self
    return max.map { raised.minimum($0) } ?? raised
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
}

private final class ClampBackward: AutogradNode {
  override var name: String { "ClampBackward1" }

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

private final class MaskedFillBackward: BinaryNode {
  private var mask: SavedTensor?

  override init(_ input: Tensor, _ mask: Tensor) {
    self.mask = SavedTensor(mask)
    super.init(input, mask)
  }

  override func backward(_ gradient: Tensor) {
    guard let mask = mask?.unpacked(for: self) else { return }
    reduceAndSend(gradient.maskedFill(mask, 0), to: 0)
  }

  override func release() { mask = nil }
}
