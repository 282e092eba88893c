/// A tensor argument as an error message shows it: name, shape, and a caret under the axes at fault.
package struct Argument: Sendable {
  package var name: String
  package var shape: [Int]
  package var axes: [Int]

  package init(_ name: String, _ shape: [Int], at axes: Int...) {
    self.name = name
    self.shape = shape
    self.axes = axes
  }

  package init(_ name: String, _ tensor: Tensor, at axes: Int...) {
    self.name = name
    self.shape = tensor.shape
    self.axes = axes
  }

  /// Two lines at most: the shape, and the carets.
  fileprivate func lines(nameWidth: Int) -> [String] {
    let name = name + String(repeating: " ", count: nameWidth - name.count)
    var text = "  \(name) ["
    var carets = ""
    for (axis, size) in shape.enumerated() {
      let digits = "\(size)"
      if axes.contains(axis) {
        carets += String(repeating: " ", count: text.count - carets.count)
        carets += String(repeating: "^", count: digits.count)
      }
      text += digits + (axis == shape.count - 1 ? "" : ", ")
    }
    return carets.isEmpty ? [text + "]"] : [text + "]", carets]
  }
}

/// The whole text of `misuse`.
///
///     matmul: the sizes that must agree are 784 and 256
///       lhs [64, 784]
///               ^^^
///       rhs [256, 128]
///            ^^^
///     hint: ...
package func misuseText(
  _ problem: String, in operation: String, _ arguments: [Argument] = [], hint: String? = nil
) -> String {
  let width = arguments.map(\.name.count).max() ?? 0
  var lines = ["\(operation): \(problem)"]
  for argument in arguments { lines += argument.lines(nameWidth: width) }
  if let hint { lines.append("hint: \(hint)") }
  return lines.joined(separator: "\n")
}

/// Stops at a wrong use of a tensor: the one way in which an operation refuses its arguments.
///
/// In a notebook this ends the cell with the text and keeps all state.
package func misuse(
  _ problem: String, in operation: String, _ arguments: [Argument] = [], hint: String? = nil
) -> Never {
  fatalError(misuseText(problem, in: operation, arguments, hint: hint))
}
