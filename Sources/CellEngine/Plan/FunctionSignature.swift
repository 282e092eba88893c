import SwiftSyntax

/// A function at a cell's top level, as far as later declarations of the same name depend on it.
struct FunctionSignature {
  /// A piece of source text; types of cells are kept apart, since they may be declared again.
  private enum Piece {
    case text(String)
    case type(String)
  }

  /// What two declarations share that a call cannot tell apart by its labels: the name and the
  /// generic parameters.
  let key: String
  /// The name with its labels, as messages write it.
  let name: String
  /// Whether the type of its result is one that only the compiler knows.
  let isOpaque: Bool
  /// The whole function, blanks and remarks left out.
  let text: String
  private let head: [Piece]
  private let parameters: [[Piece]]
  private let closures: [Bool]
  private let tail: [Piece]

  /// Reads a function; `nil` for one that cannot be declared without its body, or is an operator
  /// that stands before or behind its operand.
  init?(_ function: FunctionDeclSyntax) {
    let modifiers = function.modifiers.map(\.name.text)
    if modifiers.contains("prefix") || modifiers.contains("postfix") { return nil }
    let signature = function.signature
    isOpaque = signature.returnClause?.words.contains("some") ?? false
    text = function.words.joined(separator: " ")
    let generics = function.genericParameterClause
    let own = Set(generics?.parameters.map(\.name.text) ?? [])
    let labels = signature.parameterClause.parameters.map { $0.firstName.text + ":" }
    name = "\(function.name.text)(\(labels.joined()))"
    key = name + (generics?.trimmedDescription ?? "")
    head = [.text("func \(function.name.text)\(generics?.trimmedDescription ?? "") (")]
    parameters = signature.parameterClause.parameters.map { parameter in
      // Default values and what the body calls an argument are no part of a function's type.
      [.text(parameter.firstName.text + ":")]
        + Self.pieces(parameter.type, but: own)
        + [.text(parameter.ellipsis == nil ? "" : "...")]
    }
    closures = signature.parameterClause.parameters.map { parameter in
      parameter.type.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .arrow }
    }
    tail =
      [.text(")")] + (signature.effectSpecifiers.map { Self.pieces($0, but: own) } ?? [])
      + (signature.returnClause.map { Self.pieces($0, but: own) } ?? [])
      + (function.genericWhereClause.map { Self.pieces($0, but: own) } ?? [])
  }

  /// Whether a call may fit both, although the types of the two differ.
  ///
  /// - Parameters:
  ///   - module: of a type's name, the module that it means for this function.
  ///   - otherModule: the same for the other function.
  func isAmbiguous(
    with other: FunctionSignature, module: (String) -> String?,
    otherModule: (String) -> String?
  ) -> Bool {
    guard key == other.key, parameters.count == other.parameters.count else { return false }
    var differs =
      isOpaque || other.isOpaque || Self.text(tail, module) != Self.text(other.tail, otherModule)
    for (index, pieces) in parameters.enumerated() {
      if Self.text(pieces, module) == Self.text(other.parameters[index], otherModule) { continue }
      // Arguments of different types tell the functions apart, closures seldom do.
      guard closures[index], other.closures[index] else { return false }
      differs = true
    }
    return differs
  }

  /// The declaration without its body, every type with its module.
  func declaration(module: (String) -> String?) -> String {
    let parameters = parameters.map { Self.text($0, module) }
    return Self.text(head, module) + parameters.joined(separator: ",") + Self.text(tail, module)
  }

  private static func text(_ pieces: [Piece], _ module: (String) -> String?) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .type(let name): module(name).map { "\($0).\(name)" } ?? name
      }
    }.joined()
  }

  /// The text of a syntax node on one line and without remarks.
  private static func pieces(_ node: some SyntaxProtocol, but generics: Set<String>) -> [Piece] {
    node.tokens(viewMode: .sourceAccurate).flatMap { token -> [Piece] in
      let isType = token.parent?.is(IdentifierTypeSyntax.self) ?? false
      let name = token.text
      let piece: Piece = isType && !generics.contains(name) ? .type(name) : .text(name)
      let isApart = !token.leadingTrivia.isEmpty || token.tokenKind == .arrow
      return (isApart ? [.text(" ")] : []) + [piece]
        + (token.trailingTrivia.isEmpty ? [] : [.text(" ")])
    }
  }
}
