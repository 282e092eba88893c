import SwiftSyntax

extension WhileStmtSyntax {
  /// A variable that has a value before the loop, and that the body assigns to: one that the
  /// condition compares or calculates with, if there is such a one.
  var changedName: String? {
    let operands = Operands(viewMode: .sourceAccurate)
    operands.walk(conditions)
    let bound = LocalNames(viewMode: .sourceAccurate)
    bound.walk(conditions)
    return body.changedName(compared: operands.names, except: bound.names)
  }
}

extension CodeBlockSyntax {
  /// A variable that has a value before a loop, and that its body, which this is, assigns to.
  ///
  /// - Parameters:
  ///   - compared: names that are known to have a value.
  ///   - names: names that are bound anew in each round.
  func changedName(compared: [String] = [], except names: Set<String> = []) -> String? {
    guard leftBrace.presence == .present else { return nil }
    let targets = AssignmentTargets(viewMode: .sourceAccurate)
    targets.walk(self)
    let bound = LocalNames(viewMode: .sourceAccurate)
    bound.walk(self)
    let assigned = targets.found.filter {
      $0.firstStep == nil && !bound.names.contains($0.name) && !names.contains($0.name)
    }
    if let name = compared.first(where: { name in assigned.contains { $0.name == name } }) {
      return name
    }
    // What is first given a value in the loop may have none before.
    return assigned.first { target in
      target.isUpdate && assigned.first { $0.name == target.name }?.isUpdate == true
    }?.name
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
