internal import Kernels
internal import Tensors

/// The checked arguments of a convolution.
struct ConvolutionPlan {
  let shape: ConvolutionShape
  /// The shape of the output, without a batch axis where the input has none.
  let outputShape: [Int]

  init(
    _ input: Tensor, _ weight: Tensor, _ bias: Tensor?, stride: Pair, padding: Padding,
    dilation: Pair, groups: Int
  ) {
    Self.checkKinds(input, weight, bias)
    Self.checkOptions(weight, stride: stride, padding: padding, dilation: dilation, groups: groups)
    Self.checkAxes(input, weight, groups: groups)
    let lead = input.ndim - 3
    let sizes = input.shape
    func window(axis: Int, stride: Int, dilation: Int, zeros: Int) -> SlidingWindow {
      let kernel = weight.shape[axis + 2]
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
      sizes.prefix(lead) + [shape.outChannels, shape.rows.output, shape.columns.output]
    checkRoom(input, weight)
  }

  private static func checkKinds(_ input: Tensor, _ weight: Tensor, _ bias: Tensor?) {
    requireFloatingPoint(input, "input", in: "conv2d")
    requireSameKind(input, "input", weight, "weight", in: "conv2d")
    guard weight.ndim == 4 else {
      misuse(
        "weight must have four axes, [outChannels, inChannels / groups, height, width]",
        in: "conv2d", [Argument("weight", weight)])
    }
    guard let bias else { return }
    requireSameKind(bias, "bias", weight, "weight", in: "conv2d")
    if bias.shape != [weight.shape[0]] {
      misuse(
        "bias must have one number for each of the \(weight.shape[0]) output channels",
        in: "conv2d", [Argument("bias", bias, at: 0), Argument("weight", weight, at: 0)])
    }
  }

  private static func checkOptions(
    _ weight: Tensor, stride: Pair, padding: Padding, dilation: Pair, groups: Int
  ) {
    if stride.smallest < 1 { misuse("stride must be positive, and is \(stride)", in: "conv2d") }
    if dilation.smallest < 1 {
      misuse("dilation must be positive, and is \(dilation)", in: "conv2d")
    }
    if case .zeros(let rows, let columns) = padding, min(rows, columns) < 0 {
      misuse("padding must not be negative, and is (\(rows), \(columns))", in: "conv2d")
    }
    if padding == .same, stride.rows != 1 || stride.columns != 1 {
      misuse(
        "padding .same needs stride 1, and it is \(stride)", in: "conv2d",
        hint: "give the padding as a number")
    }
    if groups < 1 || !weight.shape[0].isMultiple(of: max(1, groups)) {
      misuse(
        "\(weight.shape[0]) output channels cannot be divided into \(groups) groups",
        in: "conv2d", [Argument("weight", weight, at: 0)])
    }
  }

  private static func checkAxes(_ input: Tensor, _ weight: Tensor, groups: Int) {
    let expected = weight.shape[1] * groups
    guard input.ndim == 3 || input.ndim == 4 else {
      misuse(
        "input must be a batch [N, C, H, W] or an image [C, H, W]", in: "conv2d",
        [Argument("input", input)],
        hint: input.ndim == 2
          ? "add a channel axis with x.unsqueeze(0)"
          : "bring it to four axes with x.view(-1, \(expected), height, width)")
    }
    let channelAxis = input.ndim - 3
    if input.shape[channelAxis] == expected { return }
    let isBatchOfPlanes = input.ndim == 3 && expected == 1
    misuse(
      "input has \(input.shape[channelAxis]) channels, and weight expects \(expected)",
      in: "conv2d",
      [Argument("input", input, at: channelAxis), Argument("weight", weight, at: 1)],
      hint: isBatchOfPlanes
        ? "three axes are one image [C, H, W]; add a channel axis to a batch with x.unsqueeze(1)"
        : "the channel axis is the third from the last")
  }

  private func checkRoom(_ input: Tensor, _ weight: Tensor) {
    let lead = input.ndim - 3
    for (axis, window) in [shape.rows, shape.columns].enumerated() where window.output < 1 {
      misuse(
        "the kernel covers \(window.extent) places, and the padded input has \(window.padded)",
        in: "conv2d",
        [Argument("input", input, at: lead + 1 + axis), Argument("weight", weight, at: 2 + axis)],
        hint: "use a smaller kernel or more padding")
    }
  }
}
