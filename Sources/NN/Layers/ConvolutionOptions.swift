internal import Tensors

/// Stops when options do not fit a convolution layer.
func checkConvolution(
  _ sizes: KeyValuePairs<String, Int>, channels: (Int, Int), groups: Int, padding: Padding,
  stride: [Int], in layer: String
) {
  requirePositive(sizes, in: layer)
  if !channels.0.isMultiple(of: groups) || !channels.1.isMultiple(of: groups) {
    misuse(
      "\(channels.0) input and \(channels.1) output channels cannot be divided into "
        + "\(groups) groups", in: layer)
  }
  if padding == .same, stride.contains(where: { $0 != 1 }) {
    misuse(
      "padding .same needs stride 1, and it is \(pythonTuple(stride))", in: layer,
      hint: "give the padding as a number")
  }
  if case .zeros(let rows, let columns) = padding, min(rows, columns) < 0 {
    misuse("padding must not be negative, and is (\(rows), \(columns))", in: layer)
  }
}

/// The options of a convolution as PyTorch prints them: those that differ from the default.
func convolutionText(
  channels: (Int, Int), kernelSize: [Int], stride: [Int], padding: Padding, dilation: [Int],
  groups: Int, bias: Bool, paddingMode: PaddingMode
) -> String {
  var text = "\(channels.0), \(channels.1), kernel_size=\(pythonTuple(kernelSize))"
  text += ", stride=\(pythonTuple(stride))"
  switch padding {
  case .same: text += ", padding=same"
  case .valid: text += ", padding=valid"
  case .zeros(0, 0): break
  case .zeros(let rows, let columns):
    text += ", padding=\(pythonTuple([rows, columns].suffix(kernelSize.count)))"
  }
  if dilation.contains(where: { $0 != 1 }) { text += ", dilation=\(pythonTuple(dilation))" }
  if groups != 1 { text += ", groups=\(groups)" }
  if !bias { text += ", bias=False" }
  if paddingMode != .zeros { text += ", padding_mode=\(paddingMode.rawValue)" }
  return text
}

/// Numbers as Python prints a tuple: `(3,)`, `(3, 5)`.
func pythonTuple(_ numbers: some Collection<Int>) -> String {
  let text = numbers.map { "\($0)" }.joined(separator: ", ")
  return numbers.count == 1 ? "(\(text),)" : "(\(text))"
}
