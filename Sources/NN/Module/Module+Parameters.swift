public import Tensors

extension Module {
  /// Every module of the tree, this one first, with its path, such as `convnet.C1`.
  ///
  /// A module that is used in two places appears once, under its first path.
  public final func namedModules() -> [(name: String, module: Module)] {
    var seen: Set<ObjectIdentifier> = []
    var found: [(name: String, module: Module)] = []
    func visit(_ module: Module, _ path: String) {
      guard seen.insert(ObjectIdentifier(module)).inserted else { return }
      found.append((path, module))
      for (name, child) in module.namedChildren() { visit(child, joined(path, name)) }
    }
    visit(self, "")
    return found
  }

  /// Every module of the tree, this one first.
  public final func modules() -> [Module] { namedModules().map(\.module) }

  /// The modules directly within this one.
  public final func children() -> [Module] { namedChildren().map(\.module) }

  /// Every parameter of the tree with its path, such as `convnet.C1.weight`.
  ///
  /// A parameter that is used in two places appears once.
  public final func namedParameters() -> [(name: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    return namedModules().flatMap { path, module in
      module.ownState().parameters
        .filter { seen.insert(ObjectIdentifier($0.parameter)).inserted }
        .map { (joined(path, $0.name), $0.parameter) }
    }
  }

  /// Every parameter of the tree: what an optimizer is given.
  public final func parameters() -> [Parameter] { namedParameters().map(\.parameter) }

  /// Every buffer of the tree with its path, such as `layer1.1.running_mean`.
  public final func namedBuffers() -> [(name: String, buffer: Buffer)] {
    var seen: Set<ObjectIdentifier> = []
    return namedModules().flatMap { path, module in
      module.ownState().buffers
        .filter { seen.insert(ObjectIdentifier($0.buffer)).inserted }
        .map { (joined(path, $0.name), $0.buffer) }
    }
  }

  /// Every buffer of the tree.
  public final func buffers() -> [Buffer] { namedBuffers().map(\.buffer) }

  /// Number of learned numbers in the tree.
  ///
  ///     Linear(784, 256).parameterCount  // 200960
  public final var parameterCount: Int { parameters().reduce(0) { $0 + $1.count } }
}

/// The path of a thing within a module of the given path.
private func joined(_ path: String, _ name: String) -> String {
  path.isEmpty ? name : "\(path).\(name)"
}
