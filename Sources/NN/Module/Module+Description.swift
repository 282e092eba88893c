extension Module {
  /// The text of a module with options and children, after `Module.__repr__` of PyTorch.
  final var tree: String {
    let children = namedChildren().map { "(\($0.name)): \(indented($0.module.description))" }
    let extra = extraRepr.isEmpty ? [] : extraRepr.split(separator: "\n").map(String.init)
    let lines = extra + children
    if lines.isEmpty { return "\(typeName)()" }
    if children.isEmpty, extra.count == 1 { return "\(typeName)(\(extra[0]))" }
    return "\(typeName)(\n  " + lines.joined(separator: "\n  ") + "\n)"
  }
}

/// The text with every line but the first moved two places to the right.
package func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
}

/// A truth value as Python prints it.
package func python(_ value: Bool) -> String { value ? "True" : "False" }
