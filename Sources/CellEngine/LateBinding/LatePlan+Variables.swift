import SwiftSyntax

extension LatePlan {
  mutating func declare(
    _ variable: VariableDeclSyntax, mode: Mode, mentions: NameMentions
  ) {
    let rebinding = VariableRebinding(variable, mentions: mentions)
    let types = Set(bindings.resolved(variable.words).filter { $0.contains("#") })
    if mode == .keeping, let rebinding,
      rebinding.names.allSatisfy({ canRebind($0, rebinding, mentioning: types) })
    {
      let modules = Dictionary(
        uniqueKeysWithValues: rebinding.names.map { ($0, bindings.variables[$0]!.module) })
      insertions += rebinding.insertions(modules: modules)
      dropped += rebinding.dropped
      reboundVariables.formUnion(rebinding.names)
      for name in rebinding.names {
        var record = bindings.variables[name]!
        record.label = label
        bindings.set(record, for: name)
      }
      return
    }
    let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
    for name in variable.boundNames {
      // Only what could be rebound itself is worth remembering.
      if rebinding == nil {
        bindings.forget(variables: [name])
      } else {
        bindings.set(
          .init(module: module, isConstant: isConstant, types: types, label: label), for: name)
      }
    }
  }

  private func canRebind(
    _ name: String, _ rebinding: VariableRebinding, mentioning types: Set<String>
  ) -> Bool {
    guard let old = bindings.variables[name], old.isConstant == rebinding.isConstant,
      old.module != module
    else { return false }
    // A type of the same name that is another one: the compiler need not be asked.
    let names = Dictionary(
      old.types.map { ($0.prefix { $0 != "#" }, $0) }, uniquingKeysWith: { $1 })
    return types.allSatisfy { type in
      names[type.prefix { $0 != "#" }].map { $0 == type } ?? true
    }
  }
}
