internal import Tensors

extension Module {
  /// The parameters and buffers of the tree by their paths: of each module first its own
  /// parameters, then its buffers, then those of its children.
  public final func stateDict() -> StateDict {
    StateDict(stateEntries(""))
  }

  private func stateEntries(_ prefix: String) -> [(name: String, tensor: Tensor)] {
    let state = ownState()
    return state.parameters.map { (prefix + $0.name, $0.parameter.detach()) }
      + state.buffers.map { (prefix + $0.name, $0.buffer.detach()) }
      + namedChildren().flatMap { $0.module.stateEntries("\(prefix)\($0.name).") }
  }

  /// Copies the values of a state into the parameters and buffers of the same names.
  ///
  /// - Parameters:
  ///   - state: Values for this module; converted to the type and device of what they replace.
  ///   - strict: Whether every name must be on both sides. Without it only the common ones are
  ///     copied.
  /// - Throws: `StateDictError` with all names that are missing, unknown or of another shape.
  ///   Nothing has changed then.
  public final func loadStateDict(_ state: StateDict, strict: Bool = true) throws {
    let own = stateDict()
    var problems: [String] = []
    if strict {
      let missing = own.names.filter { state[$0] == nil }
      let unknown = state.names.filter { own[$0] == nil }
      if !missing.isEmpty { problems.append("missing: \(missing.joined(separator: ", "))") }
      if !unknown.isEmpty { problems.append("unknown: \(unknown.joined(separator: ", "))") }
    }
    for (name, tensor) in own {
      if let value = state[name], value.shape != tensor.shape {
        problems.append("\(name) is \(value.shape), and the module's is \(tensor.shape)")
      }
    }
    if !problems.isEmpty {
      throw StateDictError(
        description: "the state does not fit \(typeName):\n  "
          + problems.joined(separator: "\n  ")
          + "\nhint: load it into a module made the way the saved one was")
    }
    for (name, tensor) in own {
      if let value = state[name] { tensor.copy(from: value) }
    }
  }
}
