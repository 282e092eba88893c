extension Optimizer: CustomStringConvertible {
  /// The options of each group as PyTorch prints them.
  ///
  ///     print(Adagrad(model.parameters()))
  ///     // Adagrad (
  ///     // Parameter Group 0
  ///     //     differentiable: False
  ///     //     eps: 1e-10
  ///     //     ...
  public var description: String {
    let groups = parameterGroups.enumerated().map { index, group in
      let lines = printedOptions(group).map { "    \($0.name): \($0.value)\n" }
      return "Parameter Group \(index)\n" + lines.joined()
    }
    return "\(Self.self) (\n" + groups.joined(separator: "\n") + ")"
  }

  private func printedOptions(_ group: ParameterGroup) -> [(name: String, value: String)] {
    var entries = Self.printedConstants
    for (option, value) in group.options {
      switch option {
      case .beta1: entries.append(("betas", "(\(value), \(group[.beta2]))"))
      case .beta2: break
      default: entries.append((option.rawValue, option.text(value)))
      }
    }
    if let initial = group.initialLR { entries.append(("initial_lr", "\(initial)")) }
    return entries.sorted { $0.name < $1.name }
  }
}
