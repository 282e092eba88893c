internal import Kernels
internal import Tensors

/// The checked arguments of a convolution over images, or over sequences as images of height one.
struct ConvolutionPlan {
  let shape: ConvolutionShape
  private let kind: ConvolutionKind
  /// The shape of the output, without a batch axis where the input has none.
  let outputShape: [Int]

  init(
    _ kind: ConvolutionKind, _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, stride: Pair,
    padding: Padding, dilation: Pair, groups: Int
  ) {
    self.kind = kind
    kind.checkKinds(input, weight, bias)
    kind.checkOptions(weight, stride: stride, padding: padding, dilation: dilation, groups: groups)
    kind.checkAxes(input, weight, groups: groups)
    let lead = input.ndim - kind.axes - 1
    let sizes = kind.asImages(input.shape)
    let kernels = kind.asImages(weight.shape)
    func window(axis: Int, stride: Int, dilation: Int, zeros: Int) -> SlidingWindow {
      let kernel = kernels[axis + 2]
      if padding == .same {
        // PyTorch puts the odd zero at the end.
        let total = dilation * (kernel - 1)
        return SlidingWindow(
          input: sizes[lead + 1 + axis], kernel: kernel, paddingBefore: total / 2,
          paddingAfter: total - total / 2, dilation: dilation)
      }
      return SlidingWindow(
        input: sizes[lead + 1 + axis], kernel: kernel, stride: stride, padding: zeros,
        dilation: dilation)
    }
    var zeros = (rows: 0, columns: 0)
    if case .zeros(let rows, let columns) = padding { zeros = (rows, columns) }
    shape = ConvolutionShape(
      batch: lead == 1 ? sizes[0] : 1, inChannels: sizes[lead], outChannels: weight.shape[0],
      groups: groups,
      rows: window(axis: 0, stride: stride.rows, dilation: dilation.rows, zeros: zeros.rows),
      columns: window(
        axis: 1, stride: stride.columns, dilation: dilation.columns, zeros: zeros.columns))
    outputShape =
      sizes.prefix(lead) + [shape.outChannels]
      + [shape.rows.output, shape.columns.output].suffix(kind.axes)
    checkRoom(input, weight)
  }

  private func checkRoom(_ input: Tensor, _ weight: Tensor) {
    for (axis, window) in [shape.columns, shape.rows].enumerated() where window.output < 1 {
      misuse(
        "the kernel covers \(window.extent) places, and the padded input has \(window.padded)",
        in: kind.operation,
        [
          Argument("input", input, at: input.ndim - 1 - axis),
          Argument("weight", weight, at: weight.ndim - 1 - axis),
        ],
        hint: "use a smaller kernel or more padding")
    }
  }
}
