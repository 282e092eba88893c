import SwiftSyntax

/// What a loop, a function or a closure writes that lives longer than it does.
///
/// The optimiser keeps a number that a loop counts up in a register and writes it back behind the
/// loop. It does so across places where the loop may trap, and then the count is lost. A look at
/// memory, at the head of the loop's body, makes it write each new value; the look itself goes away
/// when machine code is made. A function may become part of a loop that calls it, so it looks too.
struct OuterWrites {
  /// Whether a look is worth what it costs: variables or properties are written.
  ///
  /// Where an array is written that others can reach as well (a variable of the session, a property
  /// of an object), access to it would be checked in each round. And a loop that writes elements
  /// alone, as those do that multiply matrices, must be vector code.
  let needLook: Bool
  /// Whether a look would cost much.
  let areCostlyToLookAt: Bool

  /// - Parameter node: a loop, or a function or closure.
  init(_ node: some SyntaxProtocol) {
    let syntax = Syntax(node)
    let locals = LocalNames(viewMode: .sourceAccurate)
    locals.walk(syntax.outermostFunction ?? syntax)
    let targets = AssignmentTargets(viewMode: .sourceAccurate)
    targets.walk(node)
    let outer = targets.found.filter { !locals.names.contains($0.name) }
    areCostlyToLookAt = outer.contains(where: \.isElement) && !syntax.isInExclusiveFunction
    needLook = outer.contains { !$0.isElement } && !areCostlyToLookAt
  }
}

extension Syntax {
  /// The function that no other one is around; its variables are gone when the cell has failed.
  fileprivate var outermostFunction: Syntax? {
    let isFunction = [.functionDecl, .closureExpr, .accessorDecl].contains(kind)
    var function = isFunction ? self : enclosingFunction
    while let outer = function?.enclosingFunction { function = outer }
    return function
  }

  /// Whether it stands in, or is, a function that changes a value in its caller's place: meanwhile
  /// nobody else can reach it.
  fileprivate var isInExclusiveFunction: Bool {
    var function: Syntax? = self
    while let current = function {
      if current.as(FunctionDeclSyntax.self)?.isExclusive == true { return true }
      function = current.enclosingFunction
    }
    return false
  }

  /// The function, initialiser, accessor or closure around a node.
  var enclosingFunction: Syntax? {
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

extension FunctionDeclSyntax {
  fileprivate var isExclusive: Bool {
    modifiers.contains { $0.name.text == "mutating" }
      || signature.parameterClause.parameters.contains(where: \.isInOut)
  }
}

extension FunctionParameterSyntax {
  fileprivate var isInOut: Bool { type.trimmedDescription.hasPrefix("inout ") }
}

/// Names that are bound within a node.
final class LocalNames: SyntaxVisitor {
  var names: Set<String> = []
  /// Those of them that are bound by `var`.
  var variables: Set<String> = []

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    names.insert(node.identifier.text)
    if node.isVariable { variables.insert(node.identifier.text) }
    return .skipChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    // What is written through `inout` is seen by the caller.
    if !node.isInOut {
      names.insert((node.secondName ?? node.firstName).text)
    }
    return .skipChildren
  }
}

extension IdentifierPatternSyntax {
  /// Whether the name is bound by `var`.
  fileprivate var isVariable: Bool {
    var node = parent
    while let current = node, !current.is(CodeBlockItemSyntax.self) {
      let specifier =
        current.as(VariableDeclSyntax.self)?.bindingSpecifier
        ?? current.as(OptionalBindingConditionSyntax.self)?.bindingSpecifier
        ?? current.as(ValueBindingPatternSyntax.self)?.bindingSpecifier
      if let specifier { return specifier.tokenKind == .keyword(.var) }
      node = current.parent
    }
    return false
  }
}

/// The variables, properties and elements that are assigned to.
final class AssignmentTargets: SyntaxVisitor {
  var found: [AssignedRoot] = []

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    if let (target, isUpdate) = node.assignment {
      found += target.assignedRoots.map { root in
        var root = root
        root.isUpdate = isUpdate
        return root
      }
    }
    return .visitChildren
  }
}

extension SequenceExprSyntax {
  /// What is assigned to, and whether its new value is made of the old one; `nil` if this assigns
  /// nothing.
  var assignment: (target: ExprSyntax, isUpdate: Bool)? {
    let elements = Array(elements)
    guard elements.count > 2, elements[1].isAssignment else { return nil }
    return (elements[0], !elements[1].is(AssignmentExprSyntax.self))
  }
}

extension ExprSyntax {
  /// Whether this is `=`, `+=` or the like.
  fileprivate var isAssignment: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let name = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(name)
  }

  /// The roots of what is assigned to: one, or those of a tuple's parts.
  var assignedRoots: [AssignedRoot] {
    if let name = self.as(DeclReferenceExprSyntax.self) {
      return [AssignedRoot(name: name.baseName.text)]
    }
    if let tuple = self.as(TupleExprSyntax.self) {
      return tuple.elements.flatMap(\.expression.assignedRoots)
    }
    if let element = self.as(SubscriptCallExprSyntax.self) {
      return element.calledExpression.assignedRoots.map { root in
        AssignedRoot(name: root.name, isElement: true, firstStep: root.firstStep ?? .element)
      }
    }
    if let member = self.as(MemberAccessExprSyntax.self) {
      return (member.base?.assignedRoots ?? []).map { root in
        AssignedRoot(
          name: root.name, isElement: root.isElement, firstStep: root.firstStep ?? .member)
      }
    }
    let base =
      self.as(ForceUnwrapExprSyntax.self)?.expression
      ?? self.as(OptionalChainingExprSyntax.self)?.expression
    return base?.assignedRoots ?? []
  }
}

/// The name with which the target of an assignment begins.
struct AssignedRoot {
  enum Step { case member, element }

  let name: String
  /// Whether an element of something is assigned to.
  var isElement = false
  /// Whether the new value is made of the old one, as `+=` makes it.
  var isUpdate = false
  /// How the target goes on behind the name.
  var firstStep: Step?
}
