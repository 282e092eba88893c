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
    let dtype = dtype ?? S.defaultDType
    let (first, last) = (start.scalar.double, end.scalar.double)
    let step = step?.scalar.double ?? 1
    if step == 0 || (last - first) / step < 0 {
      misuse(
        "steps of \(step) never lead from \(first) to \(last)", in: "arange",
        hint: "the step must not be zero and have the sign of end - start")
    }
    let count = Int(((last - first) / step).rounded(.up))
    // PyTorch makes vectors of 32 bytes, two at a time, each from a start that has the type of the
    // elements; only what is left over is computed one by one. Its compiler rounds once.
    let lanes = 32 / dtype.byteCount
    let whole = count - count % (2 * lanes)
    let scalars = (0..<count).map { i in
      guard i < whole else { return first.addingProduct(Double(i), step) }
      let start = first.addingProduct(Double(i - i % lanes), step)
      return (dtype == .float32 ? Double(Float(start)) : start)
        .addingProduct(Double(i % lanes), step)
    }
    return Tensor(
      scalars: scalars, shape: [count], dtype: dtype, device: device, requiresGrad: requiresGrad)
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
    let scalars =
      dtype == .float64
      ? evenly(start, end, count) : evenly(Float(start), Float(end), count).map(Double.init)
    return Tensor(
      scalars: scalars, shape: [count], dtype: dtype, device: device, requiresGrad: requiresGrad)
  }

  /// Counted from both ends, so that both are exact; in the type of the elements and with one
  /// rounding, as PyTorch's compiler has it.
  private static func evenly<T: BinaryFloatingPoint>(_ start: T, _ end: T, _ count: Int) -> [T] {
    let step = count > 1 ? (end - start) / T(count - 1) : 0
    return (0..<count).map { i in
      i < count / 2 || count == 1
        ? start.addingProduct(step, T(i)) : end.addingProduct(-step, T(count - 1 - i))
    }
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
