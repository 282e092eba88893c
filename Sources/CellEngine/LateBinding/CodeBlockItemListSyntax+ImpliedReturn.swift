import SwiftSyntax

extension CodeBlockItemListSyntax {
  /// Where a `return` must be written once the single expression of a body is no longer alone;
  /// `nil` when there is none to write.
  var impliedReturn: Int? {
    // An `if` or `switch` is a statement that holds an expression.
    guard count == 1, let item = first?.item,
      let expression = item.as(ExprSyntax.self)
        ?? item.as(ExpressionStmtSyntax.self)?.expression,
      !expression.isStatementLike || expression.isConditionalValue, !expression.neverReturns
    else { return nil }
    return expression.bytes.lowerBound
  }
}

extension ExprSyntax {
  /// An `if` or `switch` that gives a value instead of leaving the function.
  fileprivate var isConditionalValue: Bool {
    guard self.is(IfExprSyntax.self) || self.is(SwitchExprSyntax.self) else { return false }
    let finder = ReturnFinder(viewMode: .sourceAccurate)
    finder.walk(self)
    return !finder.found
  }

  /// `fatalError()` and its like: no value can be returned from them.
  fileprivate var neverReturns: Bool {
    guard let call = self.as(FunctionCallExprSyntax.self) else { return false }
    return ["fatalError", "preconditionFailure", "Swift.fatalError", "exit", "abort"]
      .contains(call.calledExpression.trimmedDescription)
  }
}

/// Looks for a `return` that leaves the function itself.
private final class ReturnFinder: SyntaxVisitor {
  var found = false

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    found = true
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
