internal import Kernels
public import Tensors

extension F {
  /// The means of windows that share each channel out evenly, so that the output has a given size.
  ///
  ///     F.adaptiveAvgPool2d(Tensor.rand(8, 64, 13, 9), (3, 4)).shape  // [8, 64, 3, 4]
  ///
  /// - Parameters:
  ///   - input: Images `[N, C, H, W]`, or one `[C, H, W]`.
  ///   - outputSize: Height and width of the output; nil keeps the input's.
  public static func adaptiveAvgPool2d(
    _ input: Tensor, _ outputSize: (Int?, Int?)
  ) -> Tensor {
    requireFloatingPoint(input, "input", in: "adaptiveAvgPool2d")
    guard input.ndim == 3 || input.ndim == 4 else {
      misuse(
        "input must be a batch [N, C, H, W] or an image [C, H, W]", in: "adaptiveAvgPool2d",
        [Argument("input", input)],
        hint: input.ndim == 2
          ? "add a channel axis with x.unsqueeze(0)" : "bring it to four axes with view")
    }
    let lead = Array(input.shape.dropLast(2))
    let size = (rows: input.shape[lead.count], columns: input.shape[lead.count + 1])
    let output = (rows: outputSize.0 ?? size.rows, columns: outputSize.1 ?? size.columns)
    if output.rows < 0 || output.columns < 0 {
      misuse("outputSize must not be negative, and is \(output)", in: "adaptiveAvgPool2d")
    }
    if size.rows == 0 || size.columns == 0 {
      misuse(
        "there is no mean of an empty image", in: "adaptiveAvgPool2d",
        [Argument("input", input, at: lead.count, lead.count + 1)])
    }
    if output == (1, 1) { return input.mean(dim: [-1, -2], keepDim: true) }
    let shape = AdaptivePoolingShape(
      planes: lead.reduce(1, *), input: .init(rows: size.rows, columns: size.columns),
      output: .init(rows: output.rows, columns: output.columns))
    let backend = input.device.networkBackend
    let result = Tensor.empty(
      lead + [output.rows, output.columns], dtype: input.dtype, device: input.device)
    backend.adaptiveAveragePool(shape, input: plainElements(input), into: result.elements)
    let inputShape = input.shape
    return .differentiable("AdaptiveAvgPool2DBackward0", result, inputs: [input], saving: []) {
      gradient, _ in
      let result = Tensor.empty(inputShape, dtype: gradient.dtype, device: gradient.device)
      backend.adaptiveAveragePoolBackward(
        shape, outputGradient: plainElements(gradient), into: result.elements)
      return [result]
    }
  }

  /// ``adaptiveAvgPool2d(_:_:)-(_,(Int?,Int?))`` with a square output.
  public static func adaptiveAvgPool2d(_ input: Tensor, _ outputSize: Int) -> Tensor {
    adaptiveAvgPool2d(input, (outputSize, outputSize))
  }

  /// The means of windows that share each channel of a sequence out evenly.
  ///
  /// - Parameters:
  ///   - input: Sequences `[N, C, L]`, or one `[C, L]`.
  ///   - outputSize: Length of the output.
  public static func adaptiveAvgPool1d(_ input: Tensor, _ outputSize: Int) -> Tensor {
    overSequences(input, in: "adaptiveAvgPool1d") { adaptiveAvgPool2d($0, (1, outputSize)) }
  }
}
