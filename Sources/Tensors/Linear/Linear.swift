/// `x · weightᵀ + bias`, the map of a linear layer.
///
/// - Parameters:
///   - input: Of shape `[*, in]`.
///   - weight: Of shape `[out, in]`.
///   - bias: Of shape `[out]`, if any.
/// - Returns: A tensor of shape `[*, out]`.
public func linear(_ input: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) -> Tensor {
  if input.ndim == 0 || weight.ndim != 2 || input.size(-1) != weight.size(1) {
    misuse(
      "the input's last axis must have the weight's second size", in: "linear",
      [Argument("input", input, at: input.ndim - 1), Argument("weight", weight, at: 1)],
      hint: "flatten the input first, e.g. x.view(x.size(0), -1)")
  }
  if let bias, bias.shape != [weight.size(0)] {
    misuse(
      "the bias must have the weight's first size", in: "linear",
      [Argument("weight", weight, at: 0), Argument("bias", bias)])
  }
  for other in [weight, bias] {
    if let other, other.dtype != input.dtype {
      misuse(
        "the types differ, \(input.dtype.name) and \(other.dtype.name)", in: "linear",
        [Argument("input", input), Argument("weight", weight)],
        hint: "convert the input: x.to(.\(weight.dtype.name))")
    }
  }
  let outputs = weight.size(0)
  if input.ndim != 2 {
    let rows = input.reshape([-1, weight.size(1)])
    return linear(rows, weight, bias)
      .reshape(Array(input.shape.dropLast()) + [outputs], "UnsafeViewBackward0")
  }
  let result = Tensor.empty([input.size(0), outputs], dtype: input.dtype, device: input.device)
  input.device.backend.multiply(
    input.elements, weight.elements.permuted([1, 0]), bias: bias?.elements, into: result.layout)
  return record(result, [input, weight, bias]) { LinearNode(input, weight, bias) }
}

private final class LinearNode: AutogradNode {
  private var saved: (input: SavedTensor?, weight: SavedTensor?)
  private let hasBias: Bool

  init(_ input: Tensor, _ weight: Tensor, _ bias: Tensor?) {
    saved = (
      weight.node == nil ? nil : SavedTensor(input), input.node == nil ? nil : SavedTensor(weight)
    )
    hasBias = bias != nil
    super.init(Inputs(input.node, weight.node, bias?.node))
  }

  override var name: String { hasBias ? "AddmmBackward0" : "MmBackward0" }

  override func backward(_ gradient: Tensor) {
    if let weight = saved.weight?.unpacked(for: self) { send(matmul(gradient, weight), to: 0) }
    if let input = saved.input?.unpacked(for: self) { send(matmul(gradient.t(), input), to: 1) }
    if needs(2) { send(gradient.sum(dim: 0), to: 2) }
  }

  override func release() { saved = (nil, nil) }
}
