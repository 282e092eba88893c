import SwiftSyntax

extension WhileStmtSyntax {
  /// A variable that the condition compares, or calculates with, and that the body assigns to.
  var changedName: String? {
    guard body.leftBrace.presence == .present else { return nil }
    let targets = AssignmentTargets(viewMode: .sourceAccurate)
    targets.walk(body)
    let assigned = Set(targets.found.filter { $0.firstStep == nil }.map(\.name))
    let operands = Operands(viewMode: .sourceAccurate)
    operands.walk(conditions)
    return operands.names.first(where: assigned.contains)
  }
}

/// The names that stand beside an operator.
private final class Operands: SyntaxVisitor {
  var names: [String] = []

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    names += node.elements.compactMap { $0.as(DeclReferenceExprSyntax.self)?.baseName.text }
    return .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
