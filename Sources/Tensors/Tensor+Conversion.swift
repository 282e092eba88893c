extension Tensor {
  /// The same elements converted to another type; this tensor itself when it has that type.
  ///
  ///     x.to(.int32)  // x.int() in PyTorch
  public final func to(_ dtype: DType) -> Tensor {
    if dtype == self.dtype { return self }
    let result = Tensor.empty(like: self, dtype: dtype)
    device.backend.copy(elements, into: result.elements)
    guard dtype.isFloatingPoint else { return result }
    return record(result, self) { ToCopyBackward(self) }
  }

  /// The same elements on another device; this tensor itself when it is there.
  public final func to(_ device: Device) -> Tensor {
    if device == self.device { return self }
    let result = Tensor.empty(shape, dtype: dtype, device: device)
    device.backend.copy(elements, into: result.elements)
    return record(result, self) { ToCopyBackward(self) }
  }

  /// A copy with memory of its own, in reading order.
  public final func clone() -> Tensor {
    let result = Tensor.empty(like: self)
    device.backend.copy(elements, into: result.elements)
    return record(result, self) { CloneBackward(self) }
  }

  /// This tensor when its elements lie in reading order, else a copy in which they do.
  public final func contiguous() -> Tensor { isContiguous ? self : clone() }
}

private final class ToCopyBackward: AutogradNode {
  private let dtype: DType
  private let device: Device

  init(_ input: Tensor) {
    dtype = input.dtype
    device = input.device
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) { send(gradient.to(device).to(dtype), to: 0) }
}

private final class CloneBackward: AutogradNode {
  init(_ input: Tensor) { super.init(Inputs(input.node)) }

  override func backward(_ gradient: Tensor) { send(gradient, to: 0) }
}
