import SwiftSyntax

/// What a loop writes that lives longer than the function it stands in.
///
/// The optimiser keeps a number that a loop counts up in a register and writes it back behind the
/// loop. It does so across places where the loop may trap, and then the count is lost. A look at
/// memory, at the head of the loop's body, makes it write each new value; the look itself goes away
/// when machine code is made. Where the loop writes to an array as well, such a look would cost much
/// (access to the array would be checked in each round), and is left out.
struct OuterWrites {
  /// Whether the loop writes variables or properties, and no elements.
  let areOnlyPlain: Bool

  init(_ loop: some SyntaxProtocol) {
    let locals = LocalNames(viewMode: .sourceAccurate)
    locals.walk(Syntax(loop).enclosingFunction ?? Syntax(loop))
    let targets = AssignmentTargets(viewMode: .sourceAccurate)
    targets.walk(loop)
    let outer = targets.found.filter { !locals.names.contains($0.root) }
    areOnlyPlain = !outer.isEmpty && !outer.contains(where: \.isElement)
  }
}

extension Syntax {
  /// The function, initialiser, accessor or closure around a node.
  fileprivate var enclosingFunction: Syntax? {
    var node = parent
    while let current = node {
      switch current.kind {
      case .functionDecl, .initializerDecl, .deinitializerDecl, .closureExpr, .accessorBlock,
        .accessorDecl:
        return current
      default: node = current.parent
      }
    }
    return nil
  }
}

/// Names that are bound within a node.
private final class LocalNames: SyntaxVisitor {
  var names: Set<String> = []

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.identifier.text)
    return .skipChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    // What is written through `inout` is seen by the caller.
    if !node.type.trimmedDescription.hasPrefix("inout ") {
      names.insert((node.secondName ?? node.firstName).text)
    }
    return .skipChildren
  }
}

/// The variables, properties and elements that are assigned to.
private final class AssignmentTargets: SyntaxVisitor {
  var found: [(root: String, isElement: Bool)] = []

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    let elements = Array(node.elements)
    if elements.count > 2, elements[1].isAssignment { add(elements[0]) }
    return .visitChildren
  }

  private func add(_ target: ExprSyntax, isElement: Bool = false) {
    if let name = target.as(DeclReferenceExprSyntax.self) {
      found.append((name.baseName.text, isElement))
    } else if let member = target.as(MemberAccessExprSyntax.self), let base = member.base {
      add(base, isElement: isElement)
    } else if let element = target.as(SubscriptCallExprSyntax.self) {
      add(element.calledExpression, isElement: true)
    } else if let tuple = target.as(TupleExprSyntax.self) {
      for part in tuple.elements { add(part.expression, isElement: isElement) }
    } else if let unwrapped = target.as(ForceUnwrapExprSyntax.self) {
      add(unwrapped.expression, isElement: isElement)
    } else if let chained = target.as(OptionalChainingExprSyntax.self) {
      add(chained.expression, isElement: isElement)
    }
  }
}

extension ExprSyntax {
  /// Whether this is `=`, `+=` or the like.
  fileprivate var isAssignment: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let name = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(name)
  }
}
