import SwiftSyntax

/// What a struct or an enum is made of, as far as the compiler derives functions from it.
struct TypeShape {
  struct Property {
    let name: String
    /// Whether it has a value that nobody can replace: then no initialiser takes one.
    let isFixed: Bool
    /// Whether its type is written as an optional.
    let isOptional: Bool
    /// The value that a variable begins with, as it is written.
    let initialValue: String?
  }

  /// A case of an enum, with the number of values it carries.
  struct Case {
    let name: String
    let values: Int
  }

  private(set) var properties: [Property] = []
  private(set) var cases: [Case] = []
  let isEnum: Bool
  /// Protocols it conforms to, and names of functions and properties it has.
  private(set) var provided: Set<String> = []

  /// Reads a declaration; `nil` for one of another kind.
  init?(_ declaration: DeclSyntax) {
    guard let group = declaration.asProtocol((any DeclGroupSyntax).self),
      declaration.is(StructDeclSyntax.self) || declaration.is(EnumDeclSyntax.self)
    else { return nil }
    isEnum = declaration.is(EnumDeclSyntax.self)
    for member in group.memberBlock.members {
      if let element = member.decl.as(EnumCaseDeclSyntax.self) {
        cases += element.elements.map {
          Case(name: $0.name.text, values: $0.parameterClause?.parameters.count ?? 0)
        }
      } else if let variable = member.decl.as(VariableDeclSyntax.self) {
        properties += Self.properties(variable)
      }
    }
    provide(group)
    if isEnum, cases.allSatisfy({ $0.values == 0 }) {
      provided.formUnion(["Equatable", "Hashable"])
    }
  }

  /// Adds what an extension, or the declaration itself, says the type has.
  mutating func provide(_ group: any DeclGroupSyntax, conformances: Bool = true) {
    if conformances { provided.formUnion(group.inheritedNames) }
    for member in group.memberBlock.members {
      if let function = member.decl.as(FunctionDeclSyntax.self) {
        provided.insert(function.name.text)
      } else if let variable = member.decl.as(VariableDeclSyntax.self) {
        provided.formUnion(variable.boundNames)
      } else if let type = member.decl.asProtocol((any NamedDeclSyntax).self) {
        provided.insert(type.name.text)
      } else if let initializer = member.decl.as(InitializerDeclSyntax.self) {
        let first = initializer.signature.parameterClause.parameters.first?.firstName.text ?? ""
        provided.insert("init(\(first))")
      }
    }
  }

  /// The properties of another declaration of the type.
  mutating func renew(_ declaration: DeclSyntax) {
    if let shape = TypeShape(declaration) { properties = shape.properties }
  }

  private static func initialValue(_ binding: PatternBindingSyntax) -> String? {
    if let value = binding.initializer?.value { return value.trimmedDescription.onOneLine }
    return binding.typeAnnotation?.type.is(OptionalTypeSyntax.self) == true ? "nil" : nil
  }

  private static func properties(_ variable: VariableDeclSyntax) -> [Property] {
    let modifiers = variable.modifiers.map(\.name.text)
    if !Set(["static", "class", "lazy"]).isDisjoint(with: modifiers) { return [] }
    let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
    return variable.bindings.filter(\.isStored).flatMap { binding in
      binding.pattern.boundTokens.map {
        Property(
          name: $0.text, isFixed: isConstant && binding.initializer != nil,
          isOptional: binding.typeAnnotation?.type.is(OptionalTypeSyntax.self) ?? false,
          initialValue: isConstant ? nil : initialValue(binding))
      }
    }
  }
}

extension DeclGroupSyntax {
  /// The names behind the colon, without attributes and arguments.
  var inheritedNames: [String] {
    (inheritanceClause?.inheritedTypes ?? []).flatMap { inherited in
      inherited.type.tokens(viewMode: .sourceAccurate).map(\.text).filter { $0 != "&" }
    }
  }
}
