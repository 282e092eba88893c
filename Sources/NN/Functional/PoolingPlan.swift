internal import Kernels
internal import Tensors

/// The checked arguments of a pooling.
struct PoolingPlan {
  let shape: PoolingShape
  /// The shape of the output, without a batch axis where the input has none.
  let outputShape: [Int]

  init(
    _ operation: String, _ input: Tensor, kernel: Pair, stride: Pair, padding: Pair,
    dilation: Pair, ceilMode: Bool
  ) {
    requireFloatingPoint(input, "input", in: operation)
    if kernel.smallest < 1 || stride.smallest < 1 || dilation.smallest < 1 {
      misuse(
        "kernelSize \(kernel), stride \(stride) and dilation \(dilation) must be positive",
        in: operation)
    }
    guard input.ndim == 3 || input.ndim == 4 else {
      misuse(
        "input must be a batch [N, C, H, W] or an image [C, H, W]", in: operation,
        [Argument("input", input)],
        hint: input.ndim == 2
          ? "add a channel axis with x.unsqueeze(0)" : "bring it to four axes with view")
    }
    let lead = input.ndim - 2
    func window(
      axis: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int
    ) -> SlidingWindow {
      let window = SlidingWindow(
        input: input.shape[lead + axis], kernel: kernel, stride: stride, padding: padding,
        dilation: dilation, roundsUp: ceilMode)
      if padding < 0 || padding > window.extent / 2 {
        misuse(
          "padding \(padding) is more than half of a window of \(window.extent)", in: operation,
          hint: "use 0...\(window.extent / 2)")
      }
      if window.output < 1 {
        misuse(
          "a window covers \(window.extent) places, and the padded input has \(window.padded)",
          in: operation, [Argument("input", input, at: lead + axis)],
          hint: "use a smaller kernelSize")
      }
      return window
    }
    shape = PoolingShape(
      planes: input.shape.prefix(lead).reduce(1, *),
      rows: window(axis: 0, kernel.rows, stride.rows, padding.rows, dilation.rows),
      columns: window(
        axis: 1, kernel.columns, stride.columns, padding.columns, dilation.columns))
    outputShape = input.shape.prefix(lead) + [shape.rows.output, shape.columns.output]
  }
}
