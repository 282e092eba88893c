public import Tensors

extension Module {
  /// Switches the tree to training: dropout drops, batch normalisation uses the batch's statistics.
  ///
  /// It changes nothing about gradients; ``noGrad(_:)`` does.
  @discardableResult
  public final func train(_ mode: Bool = true) -> Self {
    for module in modules() { module.training = mode }
    return self
  }

  /// Switches the tree to use: dropout passes everything, batch normalisation uses its running
  /// statistics.
  @discardableResult
  public final func eval() -> Self { train(false) }

  /// Calls `body` with every module of the tree, children before their parents.
  ///
  ///     model.apply { if let layer = $0 as? Linear { noGrad { layer.weight.fill(0) } } }
  @discardableResult
  public final func apply(_ body: (Module) throws -> Void) rethrows -> Self {
    for child in children() { try child.apply(body) }
    try body(self)
    return self
  }

  /// Forgets the gradients of all parameters.
  public final func zeroGrad() {
    for parameter in parameters() { parameter.grad = nil }
  }

  /// Sets whether the parameters of the tree gather gradients; false freezes them.
  ///
  ///     model.convnet.requiresGrad(false)  // train the classifier alone
  @discardableResult
  public final func requiresGrad(_ value: Bool = true) -> Self {
    for parameter in parameters() { parameter.requiresGrad = value }
    return self
  }

  /// Moves all parameters and buffers of the tree to a device.
  ///
  /// Optimizers made before keep working.
  @discardableResult
  public final func to(_ device: Device) -> Self {
    for parameter in parameters() {
      parameter.layout = parameter.detach().to(device).layout
      parameter.grad = parameter.grad?.to(device)
    }
    for buffer in buffers() { buffer.layout = buffer.detach().to(device).layout }
    return self
  }

  /// Converts all floating point parameters and buffers of the tree to another such type.
  ///
  ///     let exact = model.to(.float64)
  ///
  /// Gradients are forgotten; optimizers made before keep working as long as they have taken no step.
  @discardableResult
  public final func to(_ dtype: DType) -> Self {
    if !dtype.isFloatingPoint {
      misuse(
        "parameters must be floating point, and \(dtype.name) is not", in: "to",
        hint: "use .float32 or .float64")
    }
    for parameter in parameters() {
      parameter.grad = nil
      parameter.layout = parameter.detach().to(dtype).layout
    }
    for buffer in buffers() where buffer.dtype.isFloatingPoint {
      buffer.layout = buffer.detach().to(dtype).layout
    }
    return self
  }
}
