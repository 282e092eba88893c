/// Modules in a list, named by their places: what an array of modules in a property becomes.
///
///     class Tower: Module {
///       let floors = (0..<3).map { _ in Linear(8, 8) }  // floors.0.weight, floors.0.bias, ...
///     }
public final class ModuleList: Module {
  /// The modules.
  public let modules: [Module]

  /// Makes a list of the given modules.
  public init(_ modules: [Module]) { self.modules = modules }

  /// The modules, named "0", "1", ...
  public override func namedChildren() -> [(name: String, module: Module)] {
    modules.enumerated().map { ("\($0.offset)", $0.element) }
  }

  /// The list as PyTorch prints it: neighbours that look the same share a line.
  public override var description: String {
    if modules.isEmpty { return "ModuleList()" }
    var runs: [(first: Int, last: Int, text: String)] = []
    for (index, module) in modules.enumerated() {
      let text = module.description
      if runs.last?.text == text {
        runs[runs.count - 1].last = index
      } else {
        runs.append((index, index, text))
      }
    }
    let lines = runs.map { first, last, text in
      first == last
        ? "(\(first)): \(indented(text))"
        : "(\(first)-\(last)): \(last - first + 1) x \(indented(text))"
    }
    return "ModuleList(\n  " + lines.joined(separator: "\n  ") + "\n)"
  }
}
