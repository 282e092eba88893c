extension Tensor {
  /// A tensor of a number or of nested arrays of numbers.
  ///
  ///     Tensor([1.0, 2, 3])      // float32
  ///     Tensor([[1, 2], [3, 4]]) // int64, shape [2, 2]
  ///     Tensor(3.5)              // float32, no axes
  ///
  /// `Double` gives `float32` unless `dtype` says otherwise, as Python's `float` does in PyTorch.
  public convenience init<Literal: TensorLiteral>(
    _ value: Literal, dtype: DType? = nil, device: Device = .cpu, requiresGrad: Bool = false
  ) {
    let shape = value.literalShape
    var scalars: [Literal.Bottom] = []
    scalars.reserveCapacity(shape.reduce(1, *))
    if value.collectScalars(into: &scalars, shape: shape[...]) == nil {
      misuse(
        "the nested arrays have different counts", in: "Tensor",
        hint: "every array at one depth needs as many elements as the first, here \(shape)")
    }
    self.init(
      scalars: scalars, shape: shape, dtype: dtype, device: device, requiresGrad: requiresGrad)
  }

  /// A tensor of the given shape from its elements in reading order.
  ///
  ///     Tensor(scalars: [1.0, 2, 3, 4], shape: [2, 2])
  public convenience init<S: TensorScalar>(
    scalars: [S], shape: [Int], dtype: DType? = nil, device: Device = .cpu,
    requiresGrad: Bool = false
  ) {
    let sizes = Shape(shape)
    if sizes.elementCount != scalars.count {
      misuse(
        "\(scalars.count) scalars do not fill the shape", in: "Tensor", [Argument("shape", shape)])
    }
    let view = StridedView(empty: sizes, dtype ?? S.defaultDType, device: device)
    view.store(scalars)
    self.init(view)
    self.requiresGrad = requiresGrad
  }

  /// A tensor whose elements are whatever the memory holds.
  public static func empty(
    _ shape: [Int], dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor {
    if let axis = shape.firstIndex(where: { $0 < 0 }) {
      misuse("a size is negative", in: "Tensor", [Argument("shape", shape, at: axis)])
    }
    let tensor = Tensor(StridedView(empty: Shape(shape), dtype, device: device))
    tensor.requiresGrad = requiresGrad
    return tensor
  }

  /// A tensor that holds one value everywhere; without `dtype` the value decides.
  ///
  ///     Tensor.full([2, 2], 7)  // int64
  public static func full<S: TensorScalar>(
    _ shape: [Int], _ value: S, dtype: DType? = nil, device: Device = .cpu,
    requiresGrad: Bool = false
  ) -> Tensor {
    let tensor = empty(shape, dtype: dtype ?? S.defaultDType, device: device)
    device.backend.fill(tensor.elements, value.scalar)
    tensor.requiresGrad = requiresGrad
    return tensor
  }

  /// A tensor of zeros.
  public static func zeros(
    _ shape: [Int], dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor { full(shape, 0, dtype: dtype, device: device, requiresGrad: requiresGrad) }

  /// A tensor of ones.
  public static func ones(
    _ shape: [Int], dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor { full(shape, 1, dtype: dtype, device: device, requiresGrad: requiresGrad) }

  /// A tensor whose elements are whatever the memory holds: `Tensor.empty(2, 3)`.
  public static func empty(
    _ shape: Int..., dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor { empty(shape, dtype: dtype, device: device, requiresGrad: requiresGrad) }

  /// A tensor of zeros: `Tensor.zeros(2, 3)`.
  public static func zeros(
    _ shape: Int..., dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor { zeros(shape, dtype: dtype, device: device, requiresGrad: requiresGrad) }

  /// A tensor of ones: `Tensor.ones(2, 3)`.
  public static func ones(
    _ shape: Int..., dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor { ones(shape, dtype: dtype, device: device, requiresGrad: requiresGrad) }
}
