import SwiftSyntax

/// Puts a safe point into a loop: at the head of its body, or, where that would keep the compiler
/// from making vector code, between pieces of its range.
struct LoopRewriter {
  /// Text to insert, with the byte before which it goes.
  private(set) var insertions: [(text: String, offset: Int)] = []
  /// Words to take away.
  private(set) var blanks: [Range<Int>] = []

  /// Whether a piece of inserted text belongs to a safe point.
  static func isSafePoint(_ text: String) -> Bool {
    ["__poll", "__chunks", "__pieces", "__again", "__looked"].contains { text.contains($0) }
  }

  /// A loop of any kind.
  mutating func visit(body: CodeBlockSyntax) {
    guard body.leftBrace.presence == .present else { return }
    insertions.append((" __poll();", body.leftBrace.bytes.upperBound))
  }

  /// A `repeat` loop.
  mutating func visit(_ loop: RepeatStmtSyntax) {
    if !visit(loop, body: loop.body, changing: loop.body.changedName()) { visit(body: loop.body) }
  }

  /// Puts a safe point into a loop that changes a variable in most rounds; false when it cannot.
  private mutating func visit(
    _ loop: some SyntaxProtocol, body: CodeBlockSyntax, changing name: String?
  )
    -> Bool
  {
    guard let name, !OuterWrites(loop).areCostlyToLookAt else { return false }
    let statement = SafePoint.statement("__round(\(name))")
    insertions.append((" " + statement, body.leftBrace.bytes.upperBound))
    return true
  }

  /// A `while` loop.
  ///
  /// `while i < n { ... }` becomes `while i < n { SAFE POINT WITH i; ... }` when `i` is assigned in it.
  ///
  /// Otherwise `while p { ... }` becomes
  /// `while p { __poll(); var __n = 4096; repeat { ... } while __again(&__n) && (p) }` when it is
  /// an innermost one that is never left by `break`, and calls nothing that could take long.
  mutating func visit(_ loop: WhileStmtSyntax) {
    if visit(loop, body: loop.body, changing: loop.changedName) { return }
    guard let condition = loop.plainCondition, loop.body.rightBrace.presence == .present else {
      return visit(body: loop.body)
    }
    let contents = LoopContents(viewMode: .sourceAccurate)
    contents.walk(loop.body)
    contents.walk(loop.conditions)
    if contents.holdsLoop || contents.holdsBreak || contents.holdsCall
      || loop.parent?.is(LabeledStmtSyntax.self) == true
    {
      return visit(body: loop.body)
    }
    let head = " __poll(); var __n = 4096; repeat {" + look(loop)
    insertions.append((head, loop.body.leftBrace.bytes.upperBound))
    insertions.append((" while __again(&__n) && \(condition) }", loop.bytes.upperBound))
  }

  /// A function's or a closure's body, which may become that of a loop.
  mutating func visit(_ function: some SyntaxProtocol, statements: CodeBlockItemListSyntax?) {
    guard let first = statements?.first, OuterWrites(function).needLook else { return }
    insertions.append((SafePoint.look + " ", first.bytes.lowerBound))
  }

  /// A `for` loop.
  ///
  /// `for i in a..<b { ... }` becomes `for __c in __chunks(a..<b) { SAFE POINT; for i in __c { ... }}`
  /// when it is an innermost one that is never left by `break`.
  mutating func visit(_ loop: ForStmtSyntax) {
    guard loop.isOverRange || loop.isOverName || loop.stride != nil,
      loop.body.leftBrace.presence == .present,
      loop.body.rightBrace.presence == .present
    else { return visit(body: loop.body) }
    let contents = LoopContents(viewMode: .sourceAccurate)
    contents.walk(loop.body)
    if contents.holdsLoop || contents.holdsBreak || loop.parent?.is(LabeledStmtSyntax.self) == true
    {
      return loop.isOverRange ? visitOuter(loop) : visit(body: loop.body)
    }
    if !loop.isOverRange {
      if contents.holdsCall { return visit(body: loop.body) }
      return visitPieces(loop, of: "__pieces(\(loop.stride ?? loop.sequence.trimmedDescription))")
    }
    let range = loop.sequence
    insertions.append(
      (
        "for __c in __chunks(\(range.trimmedDescription)) { "
          + SafePoint.statement("__c.lowerBound.__round") + " ",
        loop.bytes.lowerBound
      ))
    blanks.append(range.bytes)
    insertions.append(("__c", range.bytes.lowerBound))
    insertions.append((look(loop), loop.body.leftBrace.bytes.upperBound))
    insertions.append(("}", loop.bytes.upperBound))
  }

  /// `for x in values { ... }` becomes
  /// `for __c in __pieces(values) { __poll(); for x in __c { __pollEach(__c); ... }}`.
  private mutating func visitPieces(_ loop: ForStmtSyntax, of pieces: String) {
    insertions.append(("for __c in \(pieces) { __poll(); ", loop.bytes.lowerBound))
    blanks.append(loop.sequence.bytes)
    insertions.append(("__c", loop.sequence.bytes.lowerBound))
    insertions.append((" __pollEach(__c);" + look(loop), loop.body.leftBrace.bytes.upperBound))
    insertions.append(("}", loop.bytes.upperBound))
  }

  /// What keeps the values that a loop counts up in memory.
  private func look(_ loop: some SyntaxProtocol) -> String {
    OuterWrites(loop).needLook ? " " + SafePoint.look : ""
  }

  private mutating func visitOuter(_ loop: ForStmtSyntax) {
    let head = loop.body.leftBrace.bytes.upperBound
    insertions.append((look(loop), head))
    if let name = loop.pattern.as(IdentifierPatternSyntax.self)?.identifier.text {
      insertions.append((" " + SafePoint.statement(name + ".__round"), head))
    } else if loop.pattern.is(WildcardPatternSyntax.self) {
      blanks.append(loop.pattern.bytes)
      insertions.append(("__i", loop.pattern.bytes.lowerBound))
      insertions.append((" " + SafePoint.statement("__i.__round"), head))
    } else {
      visit(body: loop.body)
    }
  }
}

extension ForStmtSyntax {
  /// Whether what it goes over is a name, or a property of one, on one line.
  fileprivate var isOverName: Bool {
    guard awaitKeyword == nil, tryKeyword == nil, unsafeKeyword == nil,
      !sequence.trimmedDescription.contains("\n")
    else { return false }
    var expression = sequence
    while let member = expression.as(MemberAccessExprSyntax.self), let base = member.base {
      expression = base
    }
    return expression.is(DeclReferenceExprSyntax.self)
  }

  /// What stands between the brackets of `stride(from: a, to: b, by: c)`, if it goes over that, on
  /// one line.
  fileprivate var stride: String? {
    guard awaitKeyword == nil, tryKeyword == nil, caseKeyword == nil,
      let call = sequence.as(FunctionCallExprSyntax.self),
      call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "stride",
      call.trailingClosure == nil, !call.trimmedDescription.contains("\n"),
      [["from", "to", "by"], ["from", "through", "by"]].contains(call.arguments.map(\.label?.text))
    else { return nil }
    return call.arguments.trimmedDescription
  }

  /// Whether what it goes over is written as `a..<b` or `a...b`, on one line.
  fileprivate var isOverRange: Bool {
    guard awaitKeyword == nil, tryKeyword == nil, caseKeyword == nil,
      let sequence = sequence.as(SequenceExprSyntax.self),
      !sequence.trimmedDescription.contains("\n")
    else { return false }
    let operators = sequence.elements.compactMap {
      $0.as(BinaryOperatorExprSyntax.self)?.operator.text
    }
    let isPlain = sequence.elements.allSatisfy {
      !$0.is(AssignmentExprSyntax.self) && !$0.is(UnresolvedTernaryExprSyntax.self)
    }
    let arithmetic: Set<String> = ["+", "-", "*", "/", "%", "&+", "&-", "&*", "<<", ">>"]
    return isPlain && operators.filter { $0 == "..<" || $0 == "..." }.count == 1
      && operators.allSatisfy { $0 == "..<" || $0 == "..." || arithmetic.contains($0) }
  }
}

extension WhileStmtSyntax {
  /// The condition, if it can be written once more on the same line: no `await`, no name bound.
  fileprivate var plainCondition: String? {
    let expressions = conditions.map { $0.condition.as(ExprSyntax.self) }
    let isPlain = expressions.allSatisfy { expression in
      guard let expression else { return false }
      return expression.bytes.count < 200 && !expression.trimmedDescription.contains("\n")
        && !expression.tokens(viewMode: .sourceAccurate).contains {
          [.keyword(.await), .keyword(.try)].contains($0.tokenKind)
        }
    }
    guard isPlain, body.leftBrace.presence == .present else { return nil }
    return expressions.compactMap { $0.map { "(\($0.trimmedDescription))" } }
      .joined(separator: " && ")
  }
}

/// What is in a loop's body, closures and all.
private final class LoopContents: SyntaxVisitor {
  var holdsLoop = false
  var holdsBreak = false
  /// Whether anything is called but conversions such as `Int(x)`.
  var holdsCall = false

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let name = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
    if name?.first?.isUppercase != true { holdsCall = true }
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { loop() }
  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { loop() }
  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { loop() }

  override func visit(_ node: BreakStmtSyntax) -> SyntaxVisitorContinueKind {
    holdsBreak = true
    return .skipChildren
  }

  private func loop() -> SyntaxVisitorContinueKind {
    holdsLoop = true
    return .skipChildren
  }
}
