extension Tensor {
  /// Random numbers in 0..<1, all equally likely.
  public static func rand(
    _ shape: [Int], dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false,
    generator: Generator = .shared
  ) -> Tensor {
    let tensor = empty(shape, dtype: dtype, device: device).fillUniform(generator: generator)
    tensor.requiresGrad = requiresGrad
    return tensor
  }

  /// Random numbers of the standard normal distribution.
  public static func randn(
    _ shape: [Int], dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false,
    generator: Generator = .shared
  ) -> Tensor {
    let tensor = empty(shape, dtype: dtype, device: device).fillNormal(generator: generator)
    tensor.requiresGrad = requiresGrad
    return tensor
  }

  /// Random numbers in 0..<1: `Tensor.rand(2, 3)`.
  public static func rand(
    _ shape: Int..., dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false,
    generator: Generator = .shared
  ) -> Tensor {
    rand(shape, dtype: dtype, device: device, requiresGrad: requiresGrad, generator: generator)
  }

  /// Random numbers of the standard normal distribution: `Tensor.randn(2, 3)`.
  public static func randn(
    _ shape: Int..., dtype: DType = .float32, device: Device = .cpu, requiresGrad: Bool = false,
    generator: Generator = .shared
  ) -> Tensor {
    randn(shape, dtype: dtype, device: device, requiresGrad: requiresGrad, generator: generator)
  }

  /// Random whole numbers in `low..<high`.
  ///
  ///     manualSeed(0)
  ///     Tensor.randint(0, 10, [6])  // tensor([4, 9, 3, 0, 3, 9])
  public static func randint(
    _ low: Int, _ high: Int, _ shape: [Int], dtype: DType = .int64, device: Device = .cpu,
    generator: Generator = .shared
  ) -> Tensor {
    empty(shape, dtype: dtype, device: device).fillRandint(low, high, generator: generator)
  }

  /// Random whole numbers in `0..<high`.
  public static func randint(
    _ high: Int, _ shape: [Int], dtype: DType = .int64, device: Device = .cpu,
    generator: Generator = .shared
  ) -> Tensor {
    randint(0, high, shape, dtype: dtype, device: device, generator: generator)
  }

  /// The numbers 0..<count in random order.
  public static func randperm(
    _ count: Int, dtype: DType = .int64, device: Device = .cpu, generator: Generator = .shared
  ) -> Tensor {
    var numbers = Array(0..<count)
    let isHuge = count >= Int(UInt32.max) / 20
    for i in numbers.indices.dropLast() {
      let rest = count - i
      let step =
        isHuge ? Int(generator.random64() % UInt64(rest)) : Int(generator.random()) % rest
      numbers.swapAt(i, i + step)
    }
    return Tensor(scalars: numbers, shape: [count], dtype: dtype, device: device)
  }

  /// Random numbers in 0..<1 with the shape, type and device of another tensor.
  public static func rand(
    like other: Tensor, dtype: DType? = nil, requiresGrad: Bool = false,
    generator: Generator = .shared
  ) -> Tensor {
    rand(
      other.shape, dtype: dtype ?? other.dtype, device: other.device, requiresGrad: requiresGrad,
      generator: generator)
  }

  /// Normal random numbers with the shape, type and device of another tensor.
  public static func randn(
    like other: Tensor, dtype: DType? = nil, requiresGrad: Bool = false,
    generator: Generator = .shared
  ) -> Tensor {
    randn(
      other.shape, dtype: dtype ?? other.dtype, device: other.device, requiresGrad: requiresGrad,
      generator: generator)
  }

  /// Random whole numbers in `low..<high` with the shape, type and device of another tensor.
  public static func randint(
    like other: Tensor, _ low: Int, _ high: Int, dtype: DType? = nil,
    generator: Generator = .shared
  ) -> Tensor {
    randint(
      low, high, other.shape, dtype: dtype ?? other.dtype, device: other.device,
      generator: generator)
  }
}
