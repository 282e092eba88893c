import SwiftSyntax

/// Declarations that can be replaced but have no room for a guard.
///
/// What takes any number of values cannot pass them on to a twin; a body that a result builder reads
/// cannot begin with a `return`; of an attribute nobody knows what it does to a body. Such a
/// declaration is `dynamic` itself, which costs it inlining, and stays: a later one with the same
/// signature becomes its replacement.
///
///     dynamic func total(_ xs: Int...) -> Int { xs.reduce(0, +) }
///
///     @_dynamicReplacement(for: total(_:)) func __new3_9_total(_ xs: Int...) -> Int { xs.count }
///
/// Functions with opaque results are left out: the type behind `some P` is part of the code of all
/// callers.
extension LateDeclarationReader {
  func readDynamic(_ declaration: DeclSyntax) -> LateDeclaration? {
    if let function = declaration.as(FunctionDeclSyntax.self) {
      guard let body = function.body, body.leftBrace.presence == .present, !function.isOperator
      else { return nil }
      let signature = function.signature
      return part(
        declaration, body, attributes: function.attributes, modifiers: function.modifiers,
        use: .function(name: function.name.text),
        target: "\(function.name.text)(\(signature.parameterClause.labels(isSubscript: false)))",
        words: [
          [function.name.text], function.genericParameterClause.words,
          signature.parameterClause.signatureWords(isSubscript: false),
          signature.effectSpecifiers.words, function.genericWhereClause.words,
        ],
        generics: function.genericParameterClause, result: signature.returnClause?.type,
        defaults: signature.parameterClause.defaults)
    }
    if let variable = declaration.as(VariableDeclSyntax.self) {
      guard variable.bindings.count == 1, let binding = variable.bindings.first,
        let block = binding.accessorBlock, block.isComputed, binding.initializer == nil,
        let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
      else { return nil }
      return part(
        declaration, block, attributes: variable.attributes, modifiers: variable.modifiers,
        use: .getter(name: name), target: name, words: [["var", name], block.accessorWords],
        result: binding.typeAnnotation?.type, defaults: "")
    }
    if let subscripted = declaration.as(SubscriptDeclSyntax.self), !header.isEmpty {
      guard let block = subscripted.accessorBlock, block.isComputed else { return nil }
      let clause = subscripted.parameterClause
      return part(
        declaration, block, attributes: subscripted.attributes, modifiers: subscripted.modifiers,
        use: .subscriptGetter, target: "subscript(\(clause.labels(isSubscript: true)))",
        words: [
          ["subscript"], subscripted.genericParameterClause.words,
          clause.signatureWords(isSubscript: true), block.accessorWords,
          subscripted.genericWhereClause.words,
        ],
        generics: subscripted.genericParameterClause, result: subscripted.returnClause.type,
        defaults: clause.defaults)
    }
    return nil
  }

  /// Attributes that leave a declaration no choice of its code.
  private static let bound: Set = [
    "_dynamicReplacement", "_transparent", "_alwaysEmitIntoClient", "_cdecl", "_silgen_name",
    "_extern", "_specialize", "_implements",
  ]

  private func part(
    _ declaration: DeclSyntax, _ body: some SyntaxProtocol, attributes: AttributeListSyntax,
    modifiers: DeclModifierListSyntax, use: LateFunction.Use, target: String, words: [[String]],
    generics: GenericParameterClauseSyntax? = nil, result: TypeSyntax?, defaults: String
  ) -> LateDeclaration? {
    let names = attributes.compactMap {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription
    }
    guard Self.bound.isDisjoint(with: names),
      !modifiers.contains(where: { ["dynamic", "lazy"].contains($0.name.text) }),
      !(result.words.contains("some"))
    else { return nil }
    return LateDeclaration(
      bodyStart: body.bytes.lowerBound + 1, returnPlace: nil,
      shape: .init(header: header), use: use,
      words: generics.withoutNames(
        [[header, "dynamic"], attributes.words, modifiers.words, words.flatMap(\.self)]
          .flatMap(\.self) + result.words),
      defaults: defaults, syntax: declaration, accessor: nil, target: target)
  }
}

extension LateDeclaration {
  /// The word that `dynamic` stands before.
  var introducer: TokenSyntax? {
    syntax.as(FunctionDeclSyntax.self)?.funcKeyword
      ?? syntax.as(VariableDeclSyntax.self)?.bindingSpecifier
      ?? syntax.as(SubscriptDeclSyntax.self)?.subscriptKeyword
  }

  /// Gives the declaration another name and puts it in the place of an older one.
  func replacement(
    of target: String, named name: String
  ) -> (insertions: [(text: String, offset: Int)], dropped: [Range<Int>]) {
    var insertions = [
      (text: "@_dynamicReplacement(for: \(target)) ", offset: syntax.bytes.lowerBound)
    ]
    var dropped: [Range<Int>] = []
    if let function = syntax.as(FunctionDeclSyntax.self) {
      insertions.append((name + function.name.text + " ", function.name.bytes.lowerBound))
      dropped.append(function.name.bytes)
    } else if let pattern = syntax.as(VariableDeclSyntax.self)?.bindings.first?.pattern {
      insertions.append((name + target + " ", pattern.bytes.lowerBound))
      dropped.append(pattern.bytes)
    } else if let subscripted = syntax.as(SubscriptDeclSyntax.self),
      let first = subscripted.parameterClause.parameters.first
    {
      // A subscript is told apart by a label.
      insertions.append((name + " ", first.firstName.bytes.lowerBound))
      if first.secondName != nil { dropped.append(first.firstName.bytes) }
    }
    // What an extension's function overrides is said by the older one.
    for modifier in syntax.asProtocol((any WithModifiersSyntax).self)?.modifiers ?? []
    where ["override", "final", "open", "required"].contains(modifier.name.text) {
      dropped.append(modifier.bytes)
    }
    return (insertions, dropped)
  }
}

extension FunctionParameterClauseSyntax {
  fileprivate func labels(isSubscript: Bool) -> String {
    parameters.map { $0.label(isSubscript: isSubscript) + ":" }.joined()
  }

  /// Labels and types.
  fileprivate func signatureWords(isSubscript: Bool) -> [String] {
    var words: [String] = []
    for parameter in parameters {
      words.append(parameter.label(isSubscript: isSubscript) + ":")
      words += parameter.attributes.words + parameter.modifiers.words + parameter.type.words
      if parameter.ellipsis != nil { words.append("...") }
    }
    return words
  }

  fileprivate var defaults: String {
    parameters.compactMap { parameter in
      parameter.defaultValue.map { "\(parameter.firstName.text) \($0.trimmedDescription)" }
    }.joined()
  }
}

extension FunctionParameterSyntax {
  fileprivate func label(isSubscript: Bool) -> String {
    isSubscript && secondName == nil ? "_" : firstName.text
  }
}

extension AccessorBlockSyntax {
  /// Whether there is code for reading, and not only observers of what is stored.
  fileprivate var isComputed: Bool {
    guard leftBrace.presence == .present else { return false }
    switch accessors {
    case .getter: return true
    case .accessors(let list):
      return list.contains { accessor in
        accessor.accessorSpecifier.tokenKind == .keyword(.get) && accessor.body != nil
      }
    @unknown default: return false
    }
  }

  /// Which accessors there are, and with what effects.
  fileprivate var accessorWords: [String] {
    guard case .accessors(let list) = accessors else { return ["get"] }
    var words: [String] = []
    for accessor in list {
      words += accessor.modifier.words
      words.append(accessor.accessorSpecifier.text)
      words += accessor.effectSpecifiers.words
    }
    return words
  }
}
