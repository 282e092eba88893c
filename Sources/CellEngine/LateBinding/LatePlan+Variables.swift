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
      let records = Dictionary(
        uniqueKeysWithValues: rebinding.names.map { ($0, bindings.variables[$0]!) })
      insertions += rebinding.insertions(records)
      dropped += rebinding.dropped
      reboundVariables.formUnion(rebinding.names)
      for name in rebinding.names {
        var record = bindings.variables[name]!
        record.label = label
        bindings.set(record, for: name)
      }
      return
    }
    let older = mode == .keeping ? copied(variable, mentioning: types) : [:]
    for (name, modules) in older.sorted(by: { $0.key < $1.key }) {
      let text = VariableRebinding.copies(of: name, to: modules)
      insertions.append((text, variable.bytes.upperBound))
      copiesValues = true
    }
    let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
    for name in variable.boundNames {
      // Only what could be rebound itself is worth remembering.
      if rebinding == nil, older[name] == nil {
        bindings.forget(variables: [name])
      } else {
        bindings.set(
          .init(
            module: module, isConstant: isConstant, observers: rebinding?.observers ?? "",
            types: types, label: label, older: older[name] ?? []), for: name)
      }
    }
  }

  /// Older variables that get the value of a new one, where they cannot be what it is.
  ///
  /// A constant that replaces a variable must not be set any more, and one whose value is made from
  /// the older one's has read that. Functions of earlier cells see the new value all the same.
  private func copied(
    _ variable: VariableDeclSyntax, mentioning types: Set<String>
  ) -> [String: [String]] {
    guard variable.attributes.isEmpty,
      variable.bindings.allSatisfy({ $0.initializer != nil && $0.accessorBlock == nil })
    else { return [:] }
    var result: [String: [String]] = [:]
    for name in variable.boundNames where !name.contains("`") {
      guard let old = bindings.variables[name], old.module != module,
        agrees(old, mentioning: types)
      else { continue }
      result[name] = [old.module] + old.older
    }
    return result
  }

  private func canRebind(
    _ name: String, _ rebinding: VariableRebinding, mentioning types: Set<String>
  ) -> Bool {
    guard let old = bindings.variables[name], old.isConstant == rebinding.isConstant,
      old.observers == rebinding.observers, old.module != module
    else { return false }
    return agrees(old, mentioning: types)
  }

  /// Whether no type has the name of another one: then the compiler need not be asked.
  private func agrees(_ old: LateBindings.VariableRecord, mentioning types: Set<String>) -> Bool {
    let names = Dictionary(
      old.types.map { ($0.prefix { $0 != "#" }, $0) }, uniquingKeysWith: { $1 })
    return types.allSatisfy { type in
      names[type.prefix { $0 != "#" }].map { $0 == type } ?? true
    }
  }
}
