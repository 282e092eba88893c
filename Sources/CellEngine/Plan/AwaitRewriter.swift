import SwiftSyntax

/// Makes `await` work at a cell's top level: the awaiting expression becomes the body of a closure
/// that runs in a task, while the cell's own thread waits.
struct AwaitRewriter {
  private(set) var insertions: [(text: String, offset: Int)] = []

  mutating func visit(_ item: CodeBlockItemSyntax) {
    guard item.holdsAwait else { return }
    if let declaration = item.item.as(VariableDeclSyntax.self) {
      // `async let` has a rewriter of its own.
      if declaration.modifiers.contains(where: { $0.name.tokenKind == .keyword(.async) }) { return }
      for binding in declaration.bindings {
        if let value = binding.initializer?.value, value.holdsAwait { wrap(value) }
      }
    } else if let expression = item.item.as(ExprSyntax.self) {
      if let sequence = expression.as(SequenceExprSyntax.self),
        sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) }),
        let value = sequence.elements.last
      {
        // `total = await sum()`: only what is assigned runs in the task.
        wrap(value)
      } else {
        wrap(expression)
      }
    } else if let statement = item.item.as(GuardStmtSyntax.self) {
      // What it binds is declared at the top level: only its conditions run in a task.
      for condition in statement.conditions {
        // A closure in front of the body must stand in parentheses.
        if let value = condition.value, value.holdsAwait { wrap(value, "(", ")") }
      }
    } else if item.item.is(StmtSyntax.self) {
      wrap(item.item)
    }
  }

  private mutating func wrap(
    _ node: some SyntaxProtocol, _ opening: String = "", _ closing: String = ""
  ) {
    let call = node.holdsTry ? "try __await { " : "__await { "
    insertions.append((opening + call, node.bytes.lowerBound))
    insertions.append((" }" + closing, node.bytes.upperBound))
  }
}

extension ConditionElementSyntax {
  /// The expression that is tested or bound.
  fileprivate var value: ExprSyntax? {
    condition.as(OptionalBindingConditionSyntax.self)?.initializer?.value
      ?? condition.as(MatchingPatternConditionSyntax.self)?.initializer.value
      ?? condition.as(ExprSyntax.self)
  }
}

extension SyntaxProtocol {
  /// Whether there is an `await` that belongs to the top level.
  fileprivate var holdsAwait: Bool {
    let finder = TopLevelEffects(viewMode: .sourceAccurate)
    finder.walk(self)
    return finder.awaits
  }

  fileprivate var holdsTry: Bool {
    let finder = TopLevelEffects(viewMode: .sourceAccurate)
    finder.walk(self)
    return finder.tries
  }
}

/// Looks for effects outside of closures and declarations that have a body of their own.
private final class TopLevelEffects: SyntaxVisitor {
  var awaits = false
  var tries = false

  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    awaits = true
    return .visitChildren
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil { tries = true }
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    if node.awaitKeyword != nil { awaits = true }
    if node.tryKeyword != nil { tries = true }
    return .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
