public import Tensors

/// Modules in a list, named by their places: what an array of modules in a property becomes.
///
///     class Tower: Module {
///       let floors = ModuleList((0..<3).map { _ in Linear(8, 8) })  // floors.0.weight, ...
///       override func forward(_ x: Tensor) -> Tensor {
///         floors.reduce(x) { $1($0) }
///       }
///     }
///
/// An array, `let floors = [Linear(8, 8), Linear(8, 8)]`, does the same. A list is no layer: it is
/// the class's `forward` that says how its modules are used.
public final class ModuleList: Module, RandomAccessCollection {
  /// The modules.
  public private(set) var modules: [Module]

  /// Makes a list of the given modules.
  public init(_ modules: [Module] = []) { self.modules = modules }

  /// Adds a module at the end.
  public func append(_ module: Module) { modules.append(module) }

  /// The place of the first module.
  public var startIndex: Int { 0 }

  /// The place after the last module.
  public var endIndex: Int { modules.count }

  /// The module at a place; negative places count from the end.
  public subscript(index: Int) -> Module {
    let place = index < 0 ? index + modules.count : index
    guard modules.indices.contains(place) else {
      misuse("there is no module \(index)", in: "ModuleList", hint: "it has \(count) modules")
    }
    return modules[place]
  }

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
