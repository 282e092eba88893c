import SwiftSyntax

/// The value of a cell: its last expression.
struct CellResult {
  /// Text to insert, with the byte before which it goes.
  private(set) var prefixes: [(text: String, offset: Int)] = []
  private(set) var suffixes: [(text: String, offset: Int)] = []
  /// Whether it is the value of an `if` or a `switch`, which only the compiler can tell from a mere
  /// statement: it is none where the branches have different types.
  private(set) var isConditional = false

  /// Finds it, unless it ends with a semicolon or is an assignment.
  ///
  /// - Parameter readsConditions: whether the value of an `if` or a `switch` is one.
  init(of items: CodeBlockItemListSyntax, readsConditions: Bool) {
    guard let last = items.last, last.semicolon == nil else { return }
    if let choice = last.item.as(DeclSyntax.self)?.as(IfConfigDeclSyntax.self) {
      // Of `#if` only one branch is compiled.
      for clause in choice.clauses {
        guard case .statements(let items) = clause.elements else { continue }
        let inner = CellResult(of: items, readsConditions: false)
        prefixes += inner.prefixes
        suffixes += inner.suffixes
      }
      return
    }
    guard let expression = last.expression else { return }
    let bytes = expression.bytes
    if expression.isConditional {
      guard readsConditions, expression.isConditionalValue else { return }
      isConditional = true
      prefixes.append(("do { let __value = ", bytes.lowerBound))
      suffixes.append(("; __show(__value) }", bytes.upperBound))
    } else if !expression.isStatementLike {
      prefixes.append(("__show(", bytes.lowerBound))
      suffixes.append((")", bytes.upperBound))
    }
  }
}

extension CodeBlockItemSyntax {
  /// The expression that the item is.
  fileprivate var expression: ExprSyntax? {
    item.as(ExprSyntax.self) ?? item.as(ExpressionStmtSyntax.self)?.expression
  }
}

extension ExprSyntax {
  /// An `if` or a `switch`.
  var isConditional: Bool { self.is(IfExprSyntax.self) || self.is(SwitchExprSyntax.self) }

  /// Expressions that are read as statements: assignments, and `if` and `switch`.
  var isStatementLike: Bool {
    if isConditional || self.is(MissingExprSyntax.self) { return true }
    if let wrapped = self.as(TryExprSyntax.self) { return wrapped.expression.isStatementLike }
    guard let sequence = self.as(SequenceExprSyntax.self) else { return false }
    return sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
  }

  /// Whether every branch is a single expression, and one of them is always taken.
  ///
  /// What awaits is left as a statement: it must run in a task as a whole.
  fileprivate var isConditionalValue: Bool {
    if tokens(viewMode: .sourceAccurate).contains(where: { $0.tokenKind == .keyword(.await) }) {
      return false
    }
    if let choice = self.as(IfExprSyntax.self) {
      guard choice.body.statements.isValue, let other = choice.elseBody else { return false }
      switch other {
      case .codeBlock(let block): return block.statements.isValue
      case .ifExpr(let next): return ExprSyntax(next).isConditionalValue
      @unknown default: return false
      }
    }
    guard let choice = self.as(SwitchExprSyntax.self), !choice.cases.isEmpty else { return false }
    return choice.cases.allSatisfy { $0.as(SwitchCaseSyntax.self)?.statements.isValue ?? false }
  }
}

extension CodeBlockItemListSyntax {
  fileprivate var isValue: Bool {
    guard count == 1, let value = first?.expression else { return false }
    return value.isConditional ? value.isConditionalValue : !value.isStatementLike
  }
}
