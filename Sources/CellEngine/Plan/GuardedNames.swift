import SwiftSyntax

/// Makes variables of the cell of what a `guard` at its top level binds, as it does in a script.
///
/// To the compiler the names of `guard let value = find() else { ... }` are local ones, which no
/// later cell sees. So it becomes `guard let __value = find() else { ... }; let value = __value`.
struct GuardedNames {
  /// What is bound, in order.
  private(set) var names: [String] = []
  /// Text to insert, with the byte before which it goes.
  private(set) var insertions: [(text: String, offset: Int)] = []

  /// - Parameter earlier: what earlier cells have declared.
  init(_ statement: GuardStmtSyntax, behind earlier: LateBindings = LateBindings()) {
    func qualifier(_ name: String) -> String {
      earlier.module(ofValue: name).map { "\($0)." } ?? ""
    }
    var copies = ""
    for condition in statement.conditions {
      let (pattern, specifier) = condition.binding ?? (nil, "")
      let tokens = pattern?.boundTokens.filter { !$0.text.hasPrefix("`") } ?? []
      let isAlone =
        condition.condition.as(OptionalBindingConditionSyntax.self).map { $0.initializer == nil }
        ?? false
      // A condition speaks of the names that those before it have bound, and else of older ones.
      for reference in FreeReferences(to: Set(names + tokens.map(\.text)), in: condition).found {
        let name = reference.text
        insertions.append(
          (names.contains(name) ? "__" : qualifier(name), reference.bytes.lowerBound))
      }
      for token in tokens {
        let name = token.text
        // `guard let value` is short for `guard let value = value`.
        insertions.append(
          (isAlone ? "__\(name) = \(qualifier(name))" : "__", token.bytes.lowerBound))
        copies += "; \(specifier) \(name) = __\(name)"
      }
      names += tokens.map(\.text)
    }
    if !names.isEmpty { insertions.append((copies, statement.bytes.upperBound)) }
  }
}

extension ConditionElementSyntax {
  /// What it binds, and whether as a constant or as a variable.
  fileprivate var binding: (pattern: PatternSyntax, specifier: String)? {
    if let optional = condition.as(OptionalBindingConditionSyntax.self) {
      return (optional.pattern, optional.bindingSpecifier.text)
    }
    if let matching = condition.as(MatchingPatternConditionSyntax.self) {
      return (matching.pattern, "let")
    }
    return nil
  }
}
