internal import Tensors

/// What a convolution slides over, and its checks.
enum ConvolutionKind: Int {
  case sequences = 1
  case images = 2

  /// Number of axes that the kernels slide along.
  var axes: Int { rawValue }

  /// The name of the function.
  var operation: String { self == .sequences ? "conv1d" : "conv2d" }

  /// The shape of the same elements with an axis of height one in sequences.
  func asImages(_ shape: [Int]) -> [Int] {
    var shape = shape
    if self == .sequences { shape.insert(1, at: shape.count - 1) }
    return shape
  }

  func checkKinds(_ input: Tensor, _ weight: Tensor, _ bias: Tensor?) {
    requireFloatingPoint(input, "input", in: operation)
    requireSameKind(input, "input", weight, "weight", in: operation)
    guard weight.ndim == axes + 2 else {
      misuse(
        axes == 1
          ? "weight must have three axes, [outChannels, inChannels / groups, length]"
          : "weight must have four axes, [outChannels, inChannels / groups, height, width]",
        in: operation, [Argument("weight", weight)])
    }
    guard let bias else { return }
    requireSameKind(bias, "bias", weight, "weight", in: operation)
    if bias.shape != [weight.shape[0]] {
      misuse(
        "bias must have one number for each of the \(weight.shape[0]) output channels",
        in: operation, [Argument("bias", bias, at: 0), Argument("weight", weight, at: 0)])
    }
  }

  func checkOptions(
    _ weight: Tensor, stride: Pair, padding: Padding, dilation: Pair, groups: Int
  ) {
    if stride.smallest < 1 { misuse("stride must be positive, and is \(stride)", in: operation) }
    if dilation.smallest < 1 {
      misuse("dilation must be positive, and is \(dilation)", in: operation)
    }
    if case .zeros(let rows, let columns) = padding, min(rows, columns) < 0 {
      misuse("padding must not be negative, and is (\(rows), \(columns))", in: operation)
    }
    if padding == .same, stride.rows != 1 || stride.columns != 1 {
      misuse(
        "padding .same needs stride 1, and it is \(stride)", in: operation,
        hint: "give the padding as a number")
    }
    if groups < 1 || !weight.shape[0].isMultiple(of: max(1, groups)) {
      misuse(
        "\(weight.shape[0]) output channels cannot be divided into \(groups) groups",
        in: operation, [Argument("weight", weight, at: 0)])
    }
  }

  func checkAxes(_ input: Tensor, _ weight: Tensor, groups: Int) {
    let expected = weight.shape[1] * groups
    guard input.ndim == axes + 1 || input.ndim == axes + 2 else {
      misuse(
        axes == 1
          ? "input must be a batch [N, C, L] or a sequence [C, L]"
          : "input must be a batch [N, C, H, W] or an image [C, H, W]", in: operation,
        [Argument("input", input)],
        hint: input.ndim == axes
          ? "add a channel axis with x.unsqueeze(0)"
          : axes == 1
            ? "bring it to three axes with x.view(-1, \(expected), length)"
            : "bring it to four axes with x.view(-1, \(expected), height, width)")
    }
    let channelAxis = input.ndim - axes - 1
    if input.shape[channelAxis] == expected { return }
    let isBatchWithoutChannels = input.ndim == axes + 1 && expected == 1
    let place = axes == 1 ? "second" : "third"
    misuse(
      "input has \(input.shape[channelAxis]) channels, and weight expects \(expected)",
      in: operation,
      [Argument("input", input, at: channelAxis), Argument("weight", weight, at: 1)],
      hint: isBatchWithoutChannels
        ? "\(axes == 1 ? "two axes are one sequence [C, L]" : "three axes are one image [C, H, W]"); "
          + "add a channel axis to a batch with x.unsqueeze(1)"
        : "the channel axis is the \(place) from the last")
  }
}
