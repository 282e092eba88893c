import SwiftSyntax

/// The operators and precedence groups of a cell.
///
/// Unlike all else, a newer declaration of these does not shadow an older one: to the compiler an
/// operator that two cells declare is none. So one that is declared again in the same words is left
/// out, and of one that was declared in other words each cell that speaks of it gets a copy of the
/// newest declaration: what stands in the cell itself comes first.
struct OperatorDeclarations {
  /// What the cell declares, by kind and name.
  private(set) var texts: [String: String] = [:]
  /// Where declarations stand that are there already.
  private(set) var repeated: [Range<Int>] = []
  /// Declarations that the cell needs besides its own.
  private(set) var copies: [String] = []

  init() {}

  init(_ items: CodeBlockItemListSyntax, behind earlier: LateBindings) {
    let declarations = items.compactMap { $0.item.as(DeclSyntax.self) }
    // Groups first: an operator is another one where its group is.
    let groups = declarations.filter { $0.is(PrecedenceGroupDeclSyntax.self) }
    for declaration in groups + declarations.filter({ $0.is(OperatorDeclSyntax.self) }) {
      guard let name = declaration.operatorName else { continue }
      let text = declaration.words.joined(separator: " ")
      let group = declaration.as(OperatorDeclSyntax.self)?.operatorPrecedenceAndTypes?
        .precedenceGroup.text
      let isOfNewGroup = group.map { texts["precedencegroup " + $0] != nil } ?? false
      if earlier.operators[name] == text, !isOfNewGroup {
        repeated += declaration.bytesWithSemicolon
      } else {
        texts[name] = text
      }
    }
    let contested = earlier.contestedOperators.subtracting(texts.keys)
    if contested.isEmpty { return }
    let words = Set(items.tokens(viewMode: .sourceAccurate).map(\.text))
    let mentioned = contested.filter { name in
      name.split(separator: " ").last.map { words.contains(String($0)) } ?? false
    }
    if mentioned.isEmpty { return }
    // An operator's precedence group may have been declared again, too.
    let contestedGroups = contested.filter { $0.hasPrefix("precedencegroup") }
    copies = mentioned.union(contestedGroups).sorted().compactMap { earlier.operators[$0] }
  }
}

extension DeclSyntax {
  /// `infix **`, or `precedencegroup Power`; `nil` for another declaration.
  fileprivate var operatorName: String? {
    if let group = self.as(PrecedenceGroupDeclSyntax.self) {
      return "precedencegroup " + group.name.text
    }
    return self.as(OperatorDeclSyntax.self).map { "\($0.fixitySpecifier.text) \($0.name.text)" }
  }
}
