import SwiftSyntax

/// The protocols that an extension, or a type's own declaration, says the type conforms to.
///
/// A conformance can be stated once only. Where a cell states it again, it stays the one of the
/// earlier cell, whose functions the new ones replace.
struct StatedConformances {
  private let inherited: InheritedTypeListSyntax
  /// Words in front of each protocol's name, and behind it.
  private let subject: [String]
  private let condition: [String]

  /// Reads an extension; `nil` when it states none.
  init?(_ group: ExtensionDeclSyntax) {
    self.init(
      group.inheritanceClause, of: group.extendedType.words,
      where: group.genericWhereClause.words)
  }

  /// Reads a type's declaration; `nil` when it states none.
  init?(_ declaration: DeclSyntax, named name: String) {
    self.init(
      declaration.asProtocol((any DeclGroupSyntax).self)?.inheritanceClause, of: [name], where: [])
  }

  private init?(_ clause: InheritanceClauseSyntax?, of subject: [String], where condition: [String])
  {
    guard let clause else { return nil }
    inherited = clause.inheritedTypes
    self.subject = subject
    self.condition = condition
  }

  /// Whether one of some names is mentioned.
  func mentions(_ names: Set<String>) -> Bool {
    !names.isDisjoint(with: subject) || inherited.contains { !names.isDisjoint(with: $0.words) }
  }

  /// What is known once they are stated; of types in other cells each has its identity.
  func keys(in bindings: LateBindings) -> [String] {
    inherited.flatMap { names(of: $0.type) }.flatMap { [$0] + (Self.implied[$0] ?? []) }
      .map { key($0, in: bindings) }
  }

  /// Where those stand that were stated before, with what goes with them.
  func repeated(in bindings: LateBindings, stated: Set<String>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var kept: InheritedTypeSyntax?
    for item in inherited {
      let keys = names(of: item.type).map { key($0, in: bindings) }
      if !keys.isEmpty, stated.isSuperset(of: keys) {
        ranges.append(item.bytes)
      } else {
        kept = item
      }
    }
    if ranges.isEmpty { return [] }
    if let kept {
      // A comma must part two.
      if kept != inherited.last, let comma = kept.trailingComma { ranges.append(comma.bytes) }
    } else if let colon = inherited.parent?.as(InheritanceClauseSyntax.self)?.colon {
      ranges.append(colon.bytes)
    }
    return ranges
  }

  private func key(_ name: String, in bindings: LateBindings) -> String {
    bindings.resolved(subject + [":", name] + condition).joined(separator: " ")
  }

  /// The protocols of `P & Q`, without attributes.
  private func names(of type: TypeSyntax) -> [String] {
    if let attributed = type.as(AttributedTypeSyntax.self) { return names(of: attributed.baseType) }
    if let composition = type.as(CompositionTypeSyntax.self) {
      return composition.elements.flatMap { names(of: $0.type) }
    }
    let name = type.trimmedDescription
    return name == "Codable" ? ["Encodable", "Decodable"] : [name]
  }

  /// Protocols of the standard library that come with others.
  private static let implied = ["Hashable": ["Equatable"], "Comparable": ["Equatable"]]
}
