import SwiftSyntax

/// A type that a cell declares at its top level, as far as a later declaration of it matters.
struct TypeDeclaration {
  let name: String
  /// `struct`, `class` ...
  let kind: String
  let syntax: DeclSyntax
  /// Everything that makes the type what it is.
  ///
  /// Its head, stored properties, initialisers, cases and nested types: where these stay the same
  /// the type can stay.
  private(set) var fixed: [String] = []
  /// What its values are made of: names of stored properties, or the cases.
  private(set) var stored: [String] = []
  /// Members that can be replaced.
  private(set) var members: [LateDeclaration] = []
  /// First values of stored properties that can be replaced.
  private(set) var initials = InitialValues()
  /// Members that cannot.
  private(set) var fixedMembers: [DeclSyntax] = []
  /// From its first word to the brace behind its head.
  let head: Range<Int>?

  /// Reads a declaration; `nil` when it declares no type.
  init?(_ declaration: DeclSyntax) {
    syntax = declaration
    if declaration.is(ProtocolDeclSyntax.self) || declaration.is(TypeAliasDeclSyntax.self) {
      name = declaration.asProtocol((any NamedDeclSyntax).self)?.name.text ?? ""
      kind = declaration.is(ProtocolDeclSyntax.self) ? "protocol" : "typealias"
      fixed = declaration.words
      head = nil
      return
    }
    guard let group = declaration.asProtocol((any DeclGroupSyntax).self),
      let named = declaration.asProtocol((any NamedDeclSyntax).self)
    else { return nil }
    name = named.name.text
    kind = group.introducer.text
    let start = declaration.bytes.lowerBound
    let brace = group.memberBlock.leftBrace
    head = brace.presence == .present ? start..<brace.bytes.lowerBound : nil
    let headWords = declaration.tokens(viewMode: .sourceAccurate).prefix { $0 != brace }
    fixed = headWords.map(\.text)
    let isClass = group.is(ClassDeclSyntax.self) || group.is(ActorDeclSyntax.self)
    let reader = LateDeclarationReader(
      header: "extension \(name)", isValueType: !isClass,
      isPlainClass: group.is(ClassDeclSyntax.self) && group.attributes.isEmpty)
    // A type that cannot be copied has none of what a twin needs.
    let isCopyable = !fixed.contains("~")
    // What an attribute makes of a property nobody knows, and an actor's has no key path.
    let hasInitials =
      isCopyable && group.attributes.isEmpty && !fixed.contains("<")
      && (declaration.is(StructDeclSyntax.self) || declaration.is(ClassDeclSyntax.self))
    for item in group.memberBlock.members {
      let parts = isCopyable ? reader.read(item.decl) : []
      if parts.isEmpty {
        fixedMembers.append(item.decl)
        let known = initials.bytes.count
        if hasInitials { initials.read(item.decl, isClass: isClass) }
        fixed += [";"] + item.decl.words(besides: initials.bytes[known...])
        stored += Self.stored(item.decl)
      }
      members += parts
    }
  }

  private static func stored(_ member: DeclSyntax) -> [String] {
    if let cases = member.as(EnumCaseDeclSyntax.self) { return cases.words }
    guard let variable = member.as(VariableDeclSyntax.self),
      !variable.modifiers.contains(where: { ["static", "class"].contains($0.name.text) })
    else { return [] }
    return variable.bindings.filter(\.isStored).map { binding in
      let type = binding.typeAnnotation?.words.joined() ?? ""
      return binding.pattern.trimmedDescription + type
    }
  }
}

extension PatternBindingSyntax {
  /// Whether there is memory for it: it has no code of its own, or only observers.
  var isStored: Bool {
    guard let block = accessorBlock else { return true }
    guard case .accessors(let list) = block.accessors else { return false }
    return list.allSatisfy {
      [.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind)
    }
  }
}

extension DeclSyntax {
  /// The words of a declaration without those in some places.
  fileprivate func words(besides places: ArraySlice<Range<Int>>) -> [String] {
    if places.isEmpty { return words }
    return tokens(viewMode: .sourceAccurate)
      .filter { token in !places.contains { $0.contains(token.bytes.lowerBound) } }
      .map(\.text).filter { !$0.isEmpty }
  }
}
