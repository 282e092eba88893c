extension Tensor {
  /// The numbers from `start` up to but not including `end`, in steps.
  ///
  ///     Tensor.arange(6)            // tensor([0, 1, 2, 3, 4, 5])
  ///     Tensor.arange(0, 1, 0.25)   // tensor([0.0000, 0.2500, 0.5000, 0.7500])
  ///
  /// Whole numbers give `int64`, others `float32`, unless `dtype` is given.
  public static func arange<S: TensorScalar>(
    _ start: S, _ end: S, _ step: S? = nil, dtype: DType? = nil, device: Device = .cpu,
    requiresGrad: Bool = false
  ) -> Tensor {
    let (first, last) = (start.scalar.double, end.scalar.double)
    let step = step?.scalar.double ?? 1
    if step == 0 || (last - first) / step < 0 {
      misuse(
        "steps of \(step) never lead from \(first) to \(last)", in: "arange",
        hint: "the step must not be zero and have the sign of end - start")
    }
    let count = Int(((last - first) / step).rounded(.up))
    let scalars = (0..<count).map { first + Double($0) * step }
    return Tensor(
      scalars: scalars, shape: [count], dtype: dtype ?? S.defaultDType, device: device,
      requiresGrad: requiresGrad)
  }

  /// The numbers from zero up to but not including `end`.
  public static func arange<S: TensorScalar>(
    _ end: S, dtype: DType? = nil, device: Device = .cpu, requiresGrad: Bool = false
  ) -> Tensor {
    arange(S(.int(0)), end, nil, dtype: dtype, device: device, requiresGrad: requiresGrad)
  }

  /// `count` numbers from `start` to `end`, both included, at equal distances.
  ///
  ///     Tensor.linspace(0, 1, 5)  // tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
  public static func linspace(
    _ start: Double, _ end: Double, _ count: Int, dtype: DType = .float32, device: Device = .cpu,
    requiresGrad: Bool = false
  ) -> Tensor {
    let step = count > 1 ? (end - start) / Double(count - 1) : 0
    // Counted from both ends, so that both are exact.
    let scalars = (0..<count).map { i in
      i < count / 2 ? start + Double(i) * step : end - Double(count - 1 - i) * step
    }
    return Tensor(
      scalars: count == 1 ? [start] : scalars, shape: [count], dtype: dtype, device: device,
      requiresGrad: requiresGrad)
  }

  /// A matrix with ones on the diagonal and zeros elsewhere.
  public static func eye(
    _ rows: Int, _ columns: Int? = nil, dtype: DType = .float32, device: Device = .cpu,
    requiresGrad: Bool = false
  ) -> Tensor {
    let columns = columns ?? rows
    let matrix = zeros([rows, columns], dtype: dtype, device: device)
    let count = Swift.min(rows, columns)
    let diagonal = matrix.elements.with(Shape([count]), strides: Shape([columns + 1]))
    device.backend.fill(diagonal, .int(1))
    matrix.requiresGrad = requiresGrad
    return matrix
  }
}
