import SwiftSyntax

/// Finds where a piece of source speaks of names that are declared outside of it.
final class FreeReferences: SyntaxVisitor {
  /// The tokens of the names.
  private(set) var found: [TokenSyntax] = []
  private let names: Set<String>

  init(to names: Set<String>, in node: some SyntaxProtocol) {
    self.names = names
    super.init(viewMode: .sourceAccurate)
    if !names.isEmpty { walk(node) }
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    // The name behind a dot is a member's.
    let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName == node
    if !isMember, names.contains(node.baseName.text) { found.append(node.baseName) }
    return .visitChildren
  }

  /// In a closure that declares one of the names itself they mean something else.
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    let own = OwnNames(viewMode: .sourceAccurate)
    own.walk(node)
    return own.names.isDisjoint(with: names) ? .visitChildren : .skipChildren
  }
}

/// The names that a piece of source declares, at any depth.
final class OwnNames: SyntaxVisitor {
  private(set) var names: Set<String> = []

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.identifier.text)
    return .skipChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.name.text)
    return .skipChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    names.insert((node.secondName ?? node.firstName).text)
    return .skipChildren
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    names.insert((node.secondName ?? node.firstName).text)
    return .skipChildren
  }
}
