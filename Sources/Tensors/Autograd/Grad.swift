/// The gradients of a result with respect to some tensors, without adding to any `grad`.
/// (PyTorch: `torch.autograd.grad`.)
///
///     let x = Tensor([1.0, 2], requiresGrad: true)
///     print(grad(of: (x * x).sum(), with: [x])[0])  // tensor([2., 4.])
///
/// - Parameters:
///   - output: The result, a single number unless `gradient` is given.
///   - inputs: Leaves, or results from which `output` was computed.
///   - gradient: The gradient with respect to `output`; 1 for a single number.
///   - retainGraph: Whether to keep what a second pass over the same graph needs.
///   - createGraph: Must be false: gradients of gradients are not recorded.
///   - allowUnused: Whether an input may be one that `output` does not depend on; its gradient is
///     zeros. (PyTorch gives `None`.)
/// - Returns: One gradient for each input, of its shape and type.
public func grad(
  of output: Tensor, with inputs: [Tensor], gradient: Tensor? = nil, retainGraph: Bool = false,
  createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
  if createGraph { refuseSecondOrder(in: "grad") }
  let targets = inputs.enumerated().map { number, input in
    guard let node = input.node else {
      misuse(
        "inputs[\(number)] was made without gradients", in: "grad",
        [Argument("inputs[\(number)]", input)], hint: "make it with requiresGrad: true")
    }
    return node
  }
  let start = output.start(gradient, in: "grad")
  let gradients = noGrad {
    BackwardPass(retainGraph: retainGraph).gradients(from: start.0, start.1, at: targets)
  }
  return zip(inputs, gradients).enumerated().map { number, pair in
    if let gradient = pair.1 { return gradient }
    if allowUnused { return Tensor.zeros(like: pair.0) }
    misuse(
      "output does not depend on inputs[\(number)]", in: "grad",
      [Argument("output", output), Argument("inputs[\(number)]", pair.0)],
      hint: "leave it out, or pass allowUnused: true for zeros")
  }
}

/// The gradient of a result with respect to one tensor, without adding to any `grad`.
///
///     let slope = grad(of: loss, with: weight)
public func grad(
  of output: Tensor, with input: Tensor, gradient: Tensor? = nil, retainGraph: Bool = false
) -> Tensor {
  grad(of: output, with: [input], gradient: gradient, retainGraph: retainGraph)[0]
}

/// Stops where a gradient of a gradient is asked for.
func refuseSecondOrder(in operation: String) -> Never {
  misuse(
    "gradients of gradients are not recorded", in: operation,
    hint: "write the first gradient as a function of its own, and call backward() on that")
}
