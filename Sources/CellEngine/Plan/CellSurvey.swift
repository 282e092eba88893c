import SwiftSyntax

/// One walk over a cell's syntax that finds what the plan needs to know.
final class CellSurvey: SyntaxVisitor {
  /// Safe points for the loops that were found.
  var loops = LoopRewriter()
  /// Whether any code in the cell can run more than once.
  var holdsRepetition = false

  /// Where `private` and `fileprivate` stand, in bytes.
  var privacy: [Range<Int>] = []

  override func visit(_ node: DeclModifierSyntax) -> SyntaxVisitorContinueKind {
    if ["private", "fileprivate"].contains(node.name.text), node.detail == nil {
      privacy.append(node.name.bytes)
    }
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    loops.visit(node)
    return repetition()
  }
  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    loops.visit(node)
    return repetition()
  }
  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
    loops.visit(node)
    return repetition()
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    loops.visit(node, statements: node.body?.statements)
    return repetition()
  }
  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    // The only expression of a closure is its value; an assignment has none.
    if node.statements.count > 1 || node.statements.first?.item.isAssignment == true {
      loops.visit(node, statements: node.statements)
    }
    return repetition()
  }
  override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind {
    loops.visit(node, statements: node.body?.statements)
    return repetition()
  }
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { repetition() }

  private func repetition() -> SyntaxVisitorContinueKind {
    holdsRepetition = true
    return .visitChildren
  }
}

extension CodeBlockItemSyntax.Item {
  fileprivate var isAssignment: Bool {
    self.as(ExprSyntax.self)?.as(SequenceExprSyntax.self)?.assignment != nil
  }
}
