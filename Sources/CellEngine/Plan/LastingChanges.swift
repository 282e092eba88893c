import SwiftSyntax

/// Finds out whether code changes what lives longer than the function it stands in.
///
/// Only names are known, so the answer errs on the side of yes: any function that is called on a
/// variable counts as changing it, and a property that is set as one of an object.
final class LastingChanges: SyntaxVisitor {
  private(set) var areThere = false
  private var locals: [SyntaxIdentifier: LocalNames] = [:]

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    if let target = node.assignment?.target { noteChange(of: target) }
    return areThere ? .skipChildren : .visitChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    noteChange(of: node.expression)
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if let callee = node.calledExpression.as(MemberAccessExprSyntax.self), let base = callee.base {
      // `Int.random(in:)` is called on a type, which it cannot change. A function of an object's
      // type is looked at where it is declared.
      let isType =
        base.as(DeclReferenceExprSyntax.self)?.baseName.text.first?.isUppercase ?? false
      if !isType, !base.assignedRoots.allSatisfy({ names(at: base).names.contains($0.name) }) {
        areThere = true
      }
    }
    return areThere ? .skipChildren : .visitChildren
  }

  private func noteChange(of target: ExprSyntax) {
    let locals = names(at: target)
    let isInitializer = Syntax(target).enclosingFunction?.is(InitializerDeclSyntax.self) ?? false
    for root in target.assignedRoots {
      let isLocal =
        switch root.firstStep {
        case nil: locals.names.contains(root.name)
        // What is not bound by `var` is the same object or pointer for others, too.
        case .element: locals.variables.contains(root.name)
        case .member: false
        }
      // What an initialiser makes nobody has seen when it traps.
      if !isLocal && !isInitializer { areThere = true }
    }
  }

  /// The names that are bound around a place, those of the top level left out.
  private func names(at place: ExprSyntax) -> LocalNames {
    let syntax = Syntax(place)
    let item = syntax.outermostItem.flatMap { $0.item.is(DeclSyntax.self) ? nil : Syntax($0) }
    guard let node = syntax.enclosingFunction ?? item else {
      return LocalNames(viewMode: .sourceAccurate)
    }
    if let known = locals[node.id] { return known }
    let names = LocalNames(viewMode: .sourceAccurate)
    names.walk(node)
    locals[node.id] = names
    return names
  }
}

extension Syntax {
  /// The item of the top level that a node is in.
  fileprivate var outermostItem: CodeBlockItemSyntax? {
    var (node, item) = (parent, self.as(CodeBlockItemSyntax.self))
    while let current = node {
      item = current.as(CodeBlockItemSyntax.self) ?? item
      node = current.parent
    }
    return item
  }
}
