extension Tensor {
  /// Whether gradients with respect to this tensor, or through it, are recorded.
  ///
  /// Setting it on a tensor that the user made starts or ends the gathering of its gradient. It
  /// cannot be set on the result of an operation; use `detach()` there.
  public final var requiresGrad: Bool {
    get { node != nil }
    set {
      if newValue == requiresGrad { return }
      if !isLeaf {
        misuse(
          "only a leaf tensor can change it, and this one is a result (\(node?.name ?? ""))",
          in: "requiresGrad", [Argument("self", self)], hint: "use detach() for a copy without it")
      }
      if newValue, !dtype.isFloatingPoint {
        misuse(
          "only floating point tensors can have gradients, and this one is \(dtype.name)",
          in: "requiresGrad", [Argument("self", self)], hint: "convert it: x.to(.float32)")
      }
      node = newValue ? LeafNode() : nil
    }
  }

  /// Whether the tensor was made by the user rather than by a recorded operation.
  public final var isLeaf: Bool { node == nil || node is LeafNode }

  /// The gradient that `backward()` gathered in this leaf, or in a result after `retainGrad()`; nil
  /// before, and for other tensors.
  public final var grad: Tensor? {
    get { (node as? LeafNode)?.gradient ?? node?.hooks?.retained }
    set {
      guard let leaf = node as? LeafNode else {
        if newValue == nil {
          node?.hooks?.retained = nil
          return
        }
        misuse(
          "only a leaf that requires gradients holds one", in: "grad", [Argument("self", self)])
      }
      if let newValue, newValue.layout.shape != layout.shape {
        misuse(
          "a gradient has the shape of its tensor", in: "grad",
          [Argument("self", self), Argument("grad", newValue)])
      }
      leaf.gradient = newValue
    }
  }

  /// What computed this tensor, in PyTorch's words, such as `AddBackward0`; nil for a leaf.
  public final var gradFn: String? { isLeaf ? nil : node?.name }

  /// The same elements without a history: changes show in both, gradients do not pass.
  public final func detach() -> Tensor { Tensor(layout) }

  /// Adds the gradient of this tensor with respect to every leaf it was computed from to their
  /// `grad`.
  ///
  ///     let x = Tensor([1.0, 2], requiresGrad: true)
  ///     (x * x).sum().backward()
  ///     print(x.grad!)  // tensor([2., 4.])
  ///
  /// A loss that is infinite or not a number stops with a message, since its gradients would spoil
  /// every parameter; PyTorch goes on. With an explicit `gradient` nothing is looked at.
  ///
  /// - Parameters:
  ///   - gradient: The gradient with respect to this tensor; 1 for a single number.
  ///   - retainGraph: Whether to keep what a second pass over the same graph needs.
  ///   - createGraph: Must be false: gradients of gradients are not recorded.
  public final func backward(
    gradient: Tensor? = nil, retainGraph: Bool = false, createGraph: Bool = false
  ) {
    if createGraph { refuseSecondOrder(in: "backward") }
    let (node, seed) = start(gradient, in: "backward")
    if gradient == nil { checkFinite() }
    noGrad { BackwardPass(retainGraph: retainGraph).run(from: node, seed) }
  }

  /// The node at which a backward pass starts, and the gradient it starts with.
  final func start(_ gradient: Tensor?, in operation: String) -> (AutogradNode, Tensor) {
    guard let node else {
      misuse(
        "no gradient was recorded for this tensor", in: operation, [Argument("self", self)],
        hint: "make its inputs with requiresGrad: true, and compute it outside noGrad")
    }
    if gradient == nil, count != 1 {
      misuse(
        "only a single number has an implied gradient", in: operation, [Argument("self", self)],
        hint: "reduce it first (x.sum(), x.mean()), or pass gradient:")
    }
    if let gradient, gradient.layout.shape != layout.shape {
      misuse(
        "the gradient has another shape", in: operation,
        [Argument("self", self), Argument("gradient", gradient)])
    }
    return (
      node,
      gradient?.convertedQuietly(to: dtype) ?? Tensor.ones(shape, dtype: dtype, device: device)
    )
  }

  private func checkFinite() {
    let value = item()
    if value.isFinite { return }
    misuse(
      "the loss is \(value.isNaN ? "nan" : "\(value)")", in: "backward", [Argument("self", self)],
      hint: "lower the learning rate, look for log(0) or a division by zero "
        + "(x.isfinite().all()), or pass gradient: to go on all the same")
  }
}
