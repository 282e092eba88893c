import SwiftSyntax

/// Makes `async let` work at a cell's top level.
///
/// `async let a = f()` becomes `let __a = __start { try await f() }`, an `a` behind it becomes
/// `__a.value`, and at the cell's end stands `let a = __await { await __a.value }`: what was not
/// awaited before is awaited there, and later cells find an ordinary constant.
struct AsyncLetRewriter {
  /// Text before something, with the byte before which it goes.
  private(set) var prefixes: [(text: String, offset: Int)] = []
  /// Text behind something; behind it comes what is inserted there for other reasons.
  private(set) var suffixes: [(text: String, offset: Int)] = []
  /// Words to take away.
  private(set) var blanks: [Range<Int>] = []
  /// Names of constants that the end of the cell declares.
  private(set) var names: [String] = []
  /// What stands at the cell's end.
  private(set) var ending = ""

  init(_ items: CodeBlockItemListSyntax) {
    var declared: Set<String> = []
    for item in items {
      if let declaration = item.item.as(VariableDeclSyntax.self),
        let word = declaration.modifiers.first(where: { $0.name.tokenKind == .keyword(.async) })
      {
        blanks.append(word.bytes)
        for binding in declaration.bindings { declared.formUnion(start(binding)) }
      }
    }
    if declared.isEmpty { return }
    let uses = Uses(of: declared)
    uses.walk(items)
    for use in uses.found {
      prefixes.append(("__", use.node.bytes.lowerBound))
      suffixes.append((use.mayThrow ? ".throwing" : ".value", use.node.bytes.upperBound))
    }
    // Whoever awaited with `try` has dealt with the error there.
    let throwing = Set(uses.found.filter(\.mayThrow).map { $0.node.baseName.text })
    names = declared.subtracting(throwing).sorted()
    ending = names.map { "; let \($0) = __await { await __\($0).value }" }.joined()
  }

  private mutating func start(_ binding: PatternBindingSyntax) -> [String] {
    guard let name = binding.pattern.as(IdentifierPatternSyntax.self),
      let value = binding.initializer?.value
    else { return [] }
    prefixes.append(("__", name.bytes.lowerBound))
    if let type = binding.typeAnnotation?.type {
      prefixes.append(("__Started<", type.bytes.lowerBound))
      suffixes.append((">", type.bytes.upperBound))
    }
    prefixes.append(("__start { try await ", value.bytes.lowerBound))
    suffixes.append((" }", value.bytes.upperBound))
    return [name.identifier.text]
  }
}

/// Looks for names in expressions.
private final class Uses: SyntaxVisitor {
  private let names: Set<String>
  private(set) var found: [(node: DeclReferenceExprSyntax, mayThrow: Bool)] = []

  init(of names: Set<String>) {
    self.names = names
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
    if names.contains(node.baseName.text), !isMember {
      found.append((node, Self.isTried(Syntax(node))))
    }
    return .visitChildren
  }

  private static func isTried(_ node: Syntax) -> Bool {
    guard let parent = node.parent else { return false }
    return parent.is(TryExprSyntax.self) || isTried(parent)
  }
}
