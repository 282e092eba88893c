import SwiftParser
import SwiftSyntax

/// Says that an `await` is missing where the compiler says that nothing can wait.
///
/// Code at the top level of a cell may wait, once it says so: then it is put into a task. To the
/// compiler, code without an `await` stands in a function that cannot.
struct MissingAwait {
  private let plan: CellPlan
  private let tree: SourceFileSyntax

  init(_ plan: CellPlan) {
    self.plan = plan
    tree = Parser.parse(source: plan.source.text)
  }

  /// Whether a message may be about code that does not wait.
  static func isPossible(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error
      && (diagnostic.message.contains(/^'async' .* in a function that does not support concurrency/)
        || diagnostic.message.contains(
          /^(call to )?(main |global )?actor-isolated .* (from a|in a synchronous) nonisolated context/
        ))
  }

  /// The message that helps, where the place is at the top level.
  func explained(_ diagnostic: Diagnostic) -> Diagnostic {
    guard Self.isPossible(diagnostic), let start = start(of: diagnostic) else { return diagnostic }
    var result = diagnostic
    result.message = "expression is 'async' but is not marked with 'await'"
    if let range = plan.source.byteRange(ofLine: diagnostic.line), range.contains(start) {
      let column = plan.edits.editedColumn(
        start - range.lowerBound + 1, line: diagnostic.line, in: plan.source)
      result.fixIt = .init(column: column, text: "await")
    }
    return result
  }

  /// Where the `await` belongs: before the whole expression.
  ///
  /// It cannot stand behind an operator. `nil` in a function or a closure, which is another's
  /// business, and where a value is set, which no `await` allows.
  private func start(of diagnostic: Diagnostic) -> Int? {
    guard let offset = plan.offset(line: diagnostic.line, column: diagnostic.column),
      let token = tree.token(at: AbsolutePosition(utf8Offset: offset))
    else { return nil }
    var start = token.bytes.lowerBound
    var node = token.parent
    while let current = node {
      if current.is(ClosureExprSyntax.self) || current.is(AccessorBlockSyntax.self)
        || current.is(MemberBlockSyntax.self)
        || current.is(CodeBlockSyntax.self) && current.parent?.is(DeclSyntax.self) == true
      {
        return nil
      }
      if let sequence = current.as(SequenceExprSyntax.self) {
        let elements = Array(sequence.elements)
        let setter = elements.firstIndex { $0.isSetter }
        if let setter, start < elements[setter].bytes.lowerBound { return nil }
        start = elements[(setter ?? -1) + 1].bytes.lowerBound
      } else if current.is(FunctionCallExprSyntax.self) || current.is(MemberAccessExprSyntax.self)
        || current.is(SubscriptCallExprSyntax.self)
      {
        start = min(start, current.bytes.lowerBound)
      }
      node = current.parent
    }
    return start
  }
}

extension ExprSyntax {
  /// Whether it is `=`, `+=` or another operator that changes what stands before it.
  fileprivate var isSetter: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let name = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(name)
  }
}
