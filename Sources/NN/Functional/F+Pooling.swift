internal import Kernels
public import Tensors

extension F {
  /// The maximum of each window of each channel.
  ///
  ///     F.maxPool2d(Tensor.rand(64, 6, 28, 28), kernelSize: 2).shape  // [64, 6, 14, 14]
  ///
  /// - Parameters:
  ///   - input: Images `[N, C, H, W]`, or one `[C, H, W]`.
  ///   - kernelSize: Height and width of a window.
  ///   - stride: Steps between windows; as much as the window's size when nil.
  ///   - padding: Places added around the image, which never win; at most half a window.
  ///   - dilation: Steps between the places of a window.
  ///   - ceilMode: Whether a last window may run over the edge.
  public static func maxPool2d(
    _ input: Tensor, kernelSize: (Int, Int), stride: (Int, Int)? = nil,
    padding: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1), ceilMode: Bool = false
  ) -> Tensor {
    maxPool2dWithPlaces(
      input, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
      ceilMode: ceilMode
    ).output
  }

  /// The maximum of each window of each channel, and where it is.
  ///
  /// (PyTorch: `return_indices=True`.) The options are those of
  /// ``maxPool2d(_:kernelSize:stride:padding:dilation:ceilMode:)-(_,(Int,Int),_,_,_,_)``.
  ///
  /// - Returns: The maxima, and for each its place in its channel counted in reading order, int64.
  public static func maxPool2dWithIndices(
    _ input: Tensor, kernelSize: (Int, Int), stride: (Int, Int)? = nil,
    padding: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1), ceilMode: Bool = false
  ) -> (output: Tensor, indices: Tensor) {
    let (output, places) = maxPool2dWithPlaces(
      input, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
      ceilMode: ceilMode)
    return (output, places.to(.int64))
  }

  private static func maxPool2dWithPlaces(
    _ input: Tensor, kernelSize: (Int, Int), stride: (Int, Int)?, padding: (Int, Int),
    dilation: (Int, Int), ceilMode: Bool
  ) -> (output: Tensor, places: Tensor) {
    let plan = PoolingPlan(
      "maxPool2d", input, kernel: Pair(kernelSize), stride: Pair(stride ?? kernelSize),
      padding: Pair(padding), dilation: Pair(dilation), ceilMode: ceilMode)
    let shape = plan.shape
    let backend = input.device.networkBackend
    let output = Tensor.empty(plan.outputShape, dtype: input.dtype, device: input.device)
    let indices = Tensor.empty(plan.outputShape, dtype: .int32, device: input.device)
    backend.maxPool(
      shape, input: plainElements(input), into: output.elements, indices: indices.elements)
    let inputShape = input.shape
    let result = Tensor.differentiable(
      "MaxPool2DWithIndicesBackward0", output, inputs: [input], saving: [indices]
    ) { gradient, saved in
      let result = Tensor.empty(inputShape, dtype: gradient.dtype, device: gradient.device)
      backend.maxPoolBackward(
        shape, outputGradient: plainElements(gradient), indices: saved[0].elements,
        into: result.elements)
      return [result]
    }
    return (result, indices)
  }

  /// ``maxPool2d(_:kernelSize:stride:padding:dilation:ceilMode:)`` with square windows.
  public static func maxPool2d(
    _ input: Tensor, kernelSize: Int, stride: Int? = nil, padding: Int = 0, dilation: Int = 1,
    ceilMode: Bool = false
  ) -> Tensor {
    maxPool2d(
      input, kernelSize: (kernelSize, kernelSize), stride: stride.map { ($0, $0) },
      padding: (padding, padding), dilation: (dilation, dilation), ceilMode: ceilMode)
  }

  /// The mean of each window of each channel.
  ///
  /// - Parameters:
  ///   - input: Images `[N, C, H, W]`, or one `[C, H, W]`.
  ///   - kernelSize: Height and width of a window.
  ///   - stride: Steps between windows; as much as the window's size when nil.
  ///   - padding: Zeros around the image; at most half a window.
  ///   - ceilMode: Whether a last window may run over the edge.
  ///   - countIncludePad: Whether the mean counts the padding's zeros.
  ///   - divisorOverride: What to divide by instead of the number of places.
  public static func avgPool2d(
    _ input: Tensor, kernelSize: (Int, Int), stride: (Int, Int)? = nil,
    padding: (Int, Int) = (0, 0), ceilMode: Bool = false, countIncludePad: Bool = true,
    divisorOverride: Int? = nil
  ) -> Tensor {
    let plan = PoolingPlan(
      "avgPool2d", input, kernel: Pair(kernelSize), stride: Pair(stride ?? kernelSize),
      padding: Pair(padding), dilation: Pair(1), ceilMode: ceilMode)
    if divisorOverride == 0 { misuse("divisorOverride must not be zero", in: "avgPool2d") }
    let divisor =
      divisorOverride.map(PoolingDivisor.fixed) ?? (countIncludePad ? .paddedWindow : .insideWindow)
    let shape = plan.shape
    let backend = input.device.networkBackend
    let output = Tensor.empty(plan.outputShape, dtype: input.dtype, device: input.device)
    backend.averagePool(
      shape, divisor: divisor, input: plainElements(input), into: output.elements)
    let inputShape = input.shape
    return .differentiable("AvgPool2DBackward0", output, inputs: [input], saving: []) {
      gradient, _ in
      let result = Tensor.empty(inputShape, dtype: gradient.dtype, device: gradient.device)
      backend.averagePoolBackward(
        shape, divisor: divisor, outputGradient: plainElements(gradient), into: result.elements)
      return [result]
    }
  }

  /// ``avgPool2d(_:kernelSize:stride:padding:ceilMode:countIncludePad:divisorOverride:)`` with
  /// square windows.
  public static func avgPool2d(
    _ input: Tensor, kernelSize: Int, stride: Int? = nil, padding: Int = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
  ) -> Tensor {
    avgPool2d(
      input, kernelSize: (kernelSize, kernelSize), stride: stride.map { ($0, $0) },
      padding: (padding, padding), ceilMode: ceilMode, countIncludePad: countIncludePad,
      divisorOverride: divisorOverride)
  }
}
