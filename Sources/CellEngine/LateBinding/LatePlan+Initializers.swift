import SwiftSyntax

/// Initialisers that an extension gives a struct of an earlier cell.
///
///     extension Point { init(both x: Double) { self.x = x; y = x } }
///
/// To the compiler that struct is another module's, of which such an initialiser must call another
/// one. What replaces a dynamic initialiser need not. So the extension declares one that does
/// nothing, and what the user wrote takes its place.
///
///     extension Point { @_dynamicReplacement(for: init(both:)) init(__new7_7_ x: Double) { … } }
///     extension Point { dynamic init(both x: Double) { Swift.fatalError() } }
///
/// A later cell with the same initialiser replaces it once more.
extension LatePlan {
  /// Plans the initialisers of an extension that set the properties themselves.
  mutating func initialize(_ group: ExtensionDeclSyntax, header: String) {
    guard let record = bindings.types[group.extendedType.trimmedDescription],
      record.module != module, record.shape?.isEnum == false
    else { return }
    for member in group.memberBlock.members {
      guard let initializer = member.decl.as(InitializerDeclSyntax.self), !initializer.delegates,
        let brace = initializer.body?.leftBrace, brace.presence == .present
      else { continue }
      add(initializer, header: header)
      // Here, no property has the value it begins with.
      let values = record.shape?.properties.compactMap { property in
        property.initialValue.map { " self.\(property.name) = \($0);" }
      }
      insertions.append(((values ?? []).joined(), brace.bytes.upperBound))
    }
  }

  private mutating func add(_ initializer: InitializerDeclSyntax, header: String) {
    guard let slot = bindings.newSlot() else { return }
    let clause = initializer.signature.parameterClause
    let key = bindings.resolved(
      [header, "init", initializer.optionalMark?.text ?? ""]
        + initializer.genericParameterClause.words
        + clause.parameters.flatMap { [$0.firstName.text] + $0.type.words }
        + initializer.signature.effectSpecifiers.words + initializer.genericWhereClause.words
    ).joined(separator: " ")
    let defaults = clause.parameters.compactMap(\.defaultValue?.trimmedDescription).joined()
    let old = bindings.functions[key].flatMap { $0.defaults == defaults ? $0 : nil }
    var labels = clause.parameters.map { $0.firstName.text + ":" }.joined()
    // One without parameters has no label to be told apart by.
    if clause.parameters.isEmpty { labels = "__late\(old?.slot ?? slot):" }
    let name = LateFunction.replacementName(of: old?.slot ?? slot, by: slot)
    insertions.append(("@_dynamicReplacement(for: init(\(labels))) ", initializer.bytes.lowerBound))
    if let first = clause.parameters.first {
      insertions.append((name + " ", first.firstName.bytes.lowerBound))
      if first.secondName != nil { dropped.append(first.firstName.bytes) }
    } else {
      insertions.append(("\(name) _: ()", clause.leftParen.bytes.upperBound))
    }
    // Or a call without arguments could mean both.
    dropped += clause.parameters.compactMap(\.defaultValue?.bytes)
    if old == nil { appendix += originals(of: initializer, slot: slot, header: header) }
    let text = initializer.words.joined(separator: " ")
    bindings.set(.init(slot: old?.slot ?? slot, text: text, defaults: defaults), forFunction: key)
  }

  /// What others call, and what the user's initialiser takes the place of.
  private func originals(
    of initializer: InitializerDeclSyntax, slot: Int, header: String
  ) -> [String] {
    let signature = initializer.signature
    let start =
      "init\(initializer.optionalMark?.text ?? "")\(initializer.genericParameterClause.line)"
    let end = [signature.effectSpecifiers.line, initializer.genericWhereClause.line]
      .filter { !$0.isEmpty }.map { " " + $0 }.joined()
    func declared(_ parameters: String, _ word: String = "", body: String) -> String {
      "\(header) { \(word)\(start)\(parameters)\(end) { \(body) } }"
    }
    let nothing = "Swift.fatalError()"
    if !signature.parameterClause.parameters.isEmpty {
      let parameters = signature.parameterClause.trimmedDescription.onOneLine
      return [declared(parameters, "dynamic ", body: nothing)]
    }
    let effects = end.split(separator: " ")
    let marks =
      (effects.contains { $0.hasPrefix("throws") } ? "try " : "")
      + (effects.contains("async") ? "await " : "")
    return [
      declared("(__late\(slot) _: ())", "dynamic ", body: nothing),
      declared("()", body: "\(marks)self.init(__late\(slot): ())"),
    ]
  }
}

extension InitializerDeclSyntax {
  /// Whether another initialiser, or an assignment to `self`, gives the properties their values.
  fileprivate var delegates: Bool {
    let finder = DelegationFinder(viewMode: .sourceAccurate)
    finder.walk(self)
    return finder.found
  }
}

private final class DelegationFinder: SyntaxVisitor {
  var found = false

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    if node.declName.baseName.tokenKind == .keyword(.`init`), node.base?.isSelf == true {
      found = true
    }
    return .visitChildren
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    let elements = Array(node.elements)
    if elements.count > 1, elements[0].isSelf, elements[1].is(AssignmentExprSyntax.self) {
      found = true
    }
    return .visitChildren
  }
}

extension ExprSyntax {
  fileprivate var isSelf: Bool {
    self.as(DeclReferenceExprSyntax.self)?.baseName.tokenKind == .keyword(.self)
  }
}
