import SwiftSyntax

/// What the syntax of a function, accessor or subscript tells, before it is known which types its
/// names mean.
struct LateDeclaration {
  /// Where the body's statements begin, in bytes.
  let bodyStart: Int
  /// The place for a `return` that was left out, in a body of a single expression.
  let returnPlace: Int?
  var shape: LateFunction.Shape
  let use: LateFunction.Use
  /// The signature's words, without the names of parameters: two functions that differ in none of
  /// them are one.
  let words: [String]
  /// Default values, which are no part of the type but of what a caller sees.
  let defaults: String
  /// The whole declaration.
  let syntax: DeclSyntax
  /// The accessor, where there are several in the declaration.
  let accessor: AccessorDeclSyntax?
  /// How a later cell names the declaration to replace it, for one that is `dynamic` itself.
  var target: String?
}

/// Reads declarations that can be replaced later.
struct LateDeclarationReader {
  /// `extension Net`, or nothing at the top level.
  var header = ""
  /// What is declared here is the member of a value type, whose setters change it.
  var isValueType = false
  /// Setters are only understood where it is known whether they change a value.
  var knowsMutation = true
  /// Whether what is declared is a class of which nothing is isolated.
  var isPlainClass = false

  private static let attributes: Set = [
    "discardableResult", "inline", "inlinable", "usableFromInline", "MainActor", "Sendable",
    "warn_unqualified_access",
  ]
  private static let modifiers: Set = [
    "static", "class", "mutating", "nonmutating", "nonisolated", "override", "final", "public",
    "internal", "private", "fileprivate", "open", "package",
  ]

  /// The replaceable parts of a declaration; none for one that must stay as it is.
  func read(_ declaration: DeclSyntax) -> [LateDeclaration] {
    let parts = guarded(declaration)
    return parts.isEmpty ? readDynamic(declaration).map { [$0] } ?? [] : parts
  }

  /// Parts that can have a guard and a twin.
  private func guarded(_ declaration: DeclSyntax) -> [LateDeclaration] {
    if let function = declaration.as(FunctionDeclSyntax.self) { return read(function) }
    if let variable = declaration.as(VariableDeclSyntax.self) { return read(variable) }
    if let subscripted = declaration.as(SubscriptDeclSyntax.self) { return read(subscripted) }
    if let end = declaration.as(DeinitializerDeclSyntax.self), isPlainClass { return read(end) }
    return []
  }

  private func read(_ end: DeinitializerDeclSyntax) -> [LateDeclaration] {
    guard let body = end.body, body.leftBrace.presence == .present else { return [] }
    return [
      LateDeclaration(
        bodyStart: body.leftBrace.bytes.upperBound, returnPlace: nil,
        shape: .init(header: header), use: .function(name: "deinit"), words: [header, "deinit"],
        defaults: "", syntax: DeclSyntax(end), accessor: nil)
    ]
  }

  private func read(_ function: FunctionDeclSyntax) -> [LateDeclaration] {
    guard let body = function.body, body.leftBrace.presence == .present,
      let prefix = prefix(function.attributes, function.modifiers),
      let parameters = LateParameters(function.signature.parameterClause, isSubscript: false),
      isExpressible(function.signature.returnClause?.type)
    else { return [] }
    let effects = function.signature.effectSpecifiers?.trimmedDescription ?? ""
    let result = function.signature.returnClause?.trimmedDescription ?? ""
    let condition = function.genericWhereClause?.trimmedDescription ?? ""
    let shape = LateFunction.Shape(
      header: header, prefix: prefix, generics: function.genericParameterClause.line,
      parameters: parameters.text, effects: effects.isEmpty ? "" : " " + effects.onOneLine,
      result: [result, condition].filter { !$0.isEmpty }.map { " " + $0.onOneLine }.joined(),
      labels: parameters.labels, arguments: parameters.arguments)
    let isVoid = function.signature.returnClause.map { $0.type.isVoid } ?? true
    return [
      LateDeclaration(
        bodyStart: body.leftBrace.bytes.upperBound,
        returnPlace: isVoid ? nil : body.statements.impliedReturn,
        shape: shape,
        use: function.isOperator
          ? .infix(name: function.name.text, operands: parameters.operands)
          : .function(name: function.name.text),
        words: function.genericParameterClause.withoutNames(
          [header, prefix, function.name.text] + function.genericParameterClause.words
            + parameters.words + [shape.effects] + function.signature.returnClause.words
            + function.genericWhereClause.words),
        defaults: parameters.defaults, syntax: DeclSyntax(function), accessor: nil)
    ]
  }

  private func read(_ variable: VariableDeclSyntax) -> [LateDeclaration] {
    guard variable.bindings.count == 1, let binding = variable.bindings.first,
      let block = binding.accessorBlock, binding.initializer == nil,
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
      let type = binding.typeAnnotation?.type, isExpressible(type),
      let prefix = prefix(variable.attributes, variable.modifiers)
    else { return [] }
    return accessors(
      block, of: DeclSyntax(variable), prefix: prefix, type: type, parameters: LateParameters(),
      get: .getter(name: name), words: ["var", name]
    ) { .setter(name: name, value: $0) }
  }

  private func read(_ subscripted: SubscriptDeclSyntax) -> [LateDeclaration] {
    guard let block = subscripted.accessorBlock, !header.isEmpty,
      subscripted.genericParameterClause == nil, subscripted.genericWhereClause == nil,
      isExpressible(subscripted.returnClause.type),
      let prefix = prefix(subscripted.attributes, subscripted.modifiers),
      let parameters = LateParameters(subscripted.parameterClause, isSubscript: true)
    else { return [] }
    return accessors(
      block, of: DeclSyntax(subscripted), prefix: prefix, type: subscripted.returnClause.type,
      parameters: parameters, get: .subscriptGetter, words: ["subscript"] + parameters.words
    ) { .subscriptSetter(value: $0) }
  }

  private func accessors(
    _ block: AccessorBlockSyntax, of declaration: DeclSyntax, prefix: String, type: TypeSyntax,
    parameters: LateParameters, get: LateFunction.Use, words: [String],
    set: (String) -> LateFunction.Use
  ) -> [LateDeclaration] {
    guard block.leftBrace.presence == .present else { return [] }
    func part(
      _ use: LateFunction.Use, _ body: CodeBlockItemListSyntax, start: Int, value: String? = nil,
      accessor: AccessorDeclSyntax? = nil
    ) -> LateDeclaration {
      let given = value.map { parameters.appending($0, type: type) } ?? parameters
      let mutating = value != nil && isValueType && !prefix.contains("static") ? "mutating " : ""
      return LateDeclaration(
        bodyStart: start, returnPlace: value == nil ? body.impliedReturn : nil,
        shape: .init(
          header: header, prefix: prefix + mutating, parameters: given.text,
          result: value == nil ? " -> " + type.trimmedDescription.onOneLine : "",
          labels: given.labels, arguments: given.arguments),
        use: use, words: [header, prefix] + words + [value == nil ? "get" : "set"] + type.words,
        defaults: parameters.defaults, syntax: declaration, accessor: accessor)
    }
    switch block.accessors {
    case .getter(let body): return [part(get, body, start: block.leftBrace.bytes.upperBound)]
    case .accessors(let list):
      var parts: [LateDeclaration] = []
      for accessor in list {
        guard let body = accessor.body, accessor.effectSpecifiers == nil,
          accessor.modifier == nil, accessor.attributes.isEmpty
        else { return [] }
        let start = body.leftBrace.bytes.upperBound
        switch accessor.accessorSpecifier.tokenKind {
        case .keyword(.get):
          parts.append(part(get, body.statements, start: start, accessor: accessor))
        case .keyword(.set):
          guard knowsMutation else { return [] }
          let value = accessor.parameters?.name.text ?? "newValue"
          parts.append(
            part(set(value), body.statements, start: start, value: value, accessor: accessor))
        default: return []
        }
      }
      return parts
    @unknown default: return []
    }
  }

  /// What stands before `func`; `nil` when there is something that a twin could not have.
  private func prefix(
    _ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax
  ) -> String? {
    var words: [String] = []
    for attribute in attributes {
      guard let name = attribute.as(AttributeSyntax.self)?.attributeName.trimmedDescription,
        Self.attributes.contains(name)
      else { return nil }
      if name == "MainActor" { words.append("@MainActor") }
    }
    for modifier in modifiers {
      guard Self.modifiers.contains(modifier.name.text) else { return nil }
      switch modifier.name.text {
      case "class", "static": words.append("static")
      case "mutating", "nonmutating", "nonisolated": words.append(modifier.trimmedDescription)
      default: break
      }
    }
    return words.map { $0 + " " }.joined()
  }

  /// Whether a twin can have this type: an opaque one would be another.
  private func isExpressible(_ type: TypeSyntax?) -> Bool {
    guard let type else { return true }
    return !type.tokens(viewMode: .sourceAccurate).contains {
      [.keyword(.some), .keyword(.repeat), .keyword(.inout)].contains($0.tokenKind)
    }
  }
}

extension FunctionDeclSyntax {
  var isOperator: Bool {
    name.text.first.map { !$0.isLetter && $0 != "_" && $0 != "`" } ?? false
  }
}

extension Optional where Wrapped == GenericParameterClauseSyntax {
  /// Words in which each generic parameter is its number: what it is called does not matter.
  func withoutNames(_ words: [String]) -> [String] {
    let names = self?.parameters.map(\.name.text) ?? []
    return words.map { word in names.firstIndex(of: word).map { "<\($0)>" } ?? word }
  }
}
