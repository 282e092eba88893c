extension Tensor {
  /// The sum of each element and all before it along an axis; `int64` for whole numbers.
  ///
  ///     Tensor([1.0, 2, 3]).cumsum(dim: 0)  // tensor([1., 3., 6.])
  public final func cumsum(dim: Int) -> Tensor {
    let axis = axis(dim, in: "cumsum")
    return record(scanned(.sum, axis), self) { CumsumBackward(self, axis) }
  }

  /// The product of each element and all before it along an axis; `int64` for whole numbers.
  ///
  ///     Tensor([1.0, 2, 3]).cumprod(dim: 0)  // tensor([1., 2., 6.])
  public final func cumprod(dim: Int) -> Tensor {
    let axis = axis(dim, in: "cumprod")
    return record(scanned(.product, axis), self) { CumprodBackward(self, axis) }
  }

  private func scanned(_ reduction: Reduction, _ axis: Int) -> Tensor {
    let type = dtype.isFloatingPoint ? dtype : .int64
    if ndim == 0 { return detach().to(type).clone() }
    let result = Tensor.empty(shape, dtype: type, device: device)
    device.backend.scan(reduction, elements, axis: axis, into: result.layout)
    return result
  }

  /// The sum of each element and all after it along an axis.
  final func sumsFromEnd(_ axis: Int) -> Tensor {
    ndim == 0 ? self : flip(axis).cumsum(dim: axis).flip(axis)
  }

  /// The product of all elements before each one along an axis.
  final func productsBefore(_ axis: Int) -> Tensor {
    let first = Tensor.ones(like: narrow(axis, start: 0, length: Swift.min(1, size(axis))))
    let rest = narrow(axis, start: 0, length: Swift.max(size(axis) - 1, 0))
    return cat([first, rest], dim: axis).cumprod(dim: axis)
  }
}

private final class CumsumBackward: AutogradNode {
  private let axis: Int

  init(_ input: Tensor, _ axis: Int) {
    self.axis = axis
    super.init(Inputs(input.node))
  }

  override func backward(_ gradient: Tensor) { send(gradient.sumsFromEnd(axis), to: 0) }
}

private final class CumprodBackward: AutogradNode {
  private let axis: Int
  private var input: SavedTensor?

  init(_ input: Tensor, _ axis: Int) {
    self.axis = axis
    self.input = SavedTensor(input)
    super.init(Inputs(input.node))
  }

  /// Without a division, so that zeros do no harm.
  ///
  /// Element i takes part in the results from i on: their gradients, each times the elements
  /// between, are summed from the end, as Horner evaluates a polynomial.
  override func backward(_ gradient: Tensor) {
    guard let x = input?.unpacked(for: self) else { return }
    if x.ndim == 0 { return send(gradient, to: 0) }
    let sums = gradient.clone()
    for i in (0..<Swift.max(x.size(axis) - 1, 0)).reversed() {
      sums.select(axis, i).addInPlace(sums.select(axis, i + 1) * x.select(axis, i + 1))
    }
    send(sums * x.productsBefore(axis), to: 0)
  }

  override func release() { input = nil }
}
