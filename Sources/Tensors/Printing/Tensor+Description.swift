extension Tensor: CustomStringConvertible {
  /// PyTorch's text, to the character.
  ///
  ///     tensor([[0.4963, 0.7682],
  ///             [0.0885, 0.1320]], requires_grad=True)
  public final var description: String {
    let text = text(PrintOptions.current)
    return self is Parameter ? "Parameter containing:\n" + text : text
  }

  private func text(_ options: PrintOptions) -> String {
    let prefix = "tensor("
    let values = TensorText(to(.cpu).elements, options).text(indent: prefix.count)
    return Self.append(suffixes, to: prefix + values, indent: prefix.count, options) + ")"
  }

  /// What follows the values when it differs from the default.
  private var suffixes: [String] {
    var suffixes: [String] = []
    if device != .cpu { suffixes.append("device='\(device):0'") }
    if count == 0 {
      if ndim != 1 { suffixes.append("size=(" + shape.tupleText + ")") }
      if dtype != .float32 { suffixes.append("dtype=\(dtype)") }
    } else if ![.float32, .int64, .bool].contains(dtype) {
      suffixes.append("dtype=\(dtype)")
    }
    if let gradFn {
      suffixes.append("grad_fn=<\(gradFn)>")
    } else if requiresGrad {
      suffixes.append("requires_grad=True")
    }
    return suffixes
  }

  /// `_add_suffixes` of torch/_tensor_str.py, which starts a line when the last one gets too long.
  private static func append(
    _ suffixes: [String], to text: String, indent: Int, _ options: PrintOptions
  ) -> String {
    var text = text
    // PyTorch counts the line's length from one before its first character.
    var length = text.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0
    length += 2
    for suffix in suffixes {
      if length + suffix.count + 2 > options.lineWidth {
        text += ",\n" + String(repeating: " ", count: indent) + suffix
        length = indent + suffix.count
      } else {
        text += ", " + suffix
        length += suffix.count + 2
      }
    }
    return text
  }
}

extension [Int] {
  /// Python's text of a tuple without its parentheses.
  fileprivate var tupleText: String {
    map(String.init).joined(separator: ", ") + (count == 1 ? "," : "")
  }
}
