import SwiftSyntax

/// Gives a variable that is declared again its new value in the storage it has, so that functions
/// of earlier cells see it and the old value is released.
///
/// `var rate = 3.0` becomes `do { var __rate = 3.0; __rebind(&rate, &__rate) }`. Both are passed
/// as `inout`, so the cell compiles only where their types are the same; where they are not, it is
/// compiled once more, with a variable of its own. A constant cannot be passed so: the worker looks
/// up where it is, and a closure that is never called compares the types. A cell that has read the
/// constant before may know its value by heart, so it gets one of its own.
struct VariableRebinding {
  /// The names that are declared.
  let names: [String]
  let isConstant: Bool
  private let syntax: VariableDeclSyntax

  /// Reads a declaration; `nil` for one that declares more than values: a computed property, one
  /// with a wrapper or observers, or without a first value.
  ///
  /// - Parameter mentions: those of the whole cell.
  init?(_ syntax: VariableDeclSyntax, mentions: NameMentions) {
    let modifiers = syntax.modifiers.map(\.name.text)
    guard syntax.attributes.isEmpty,
      modifiers.allSatisfy({ ["private", "fileprivate"].contains($0) }),
      syntax.bindings.allSatisfy({ $0.initializer != nil && $0.accessorBlock == nil }),
      // In a scope of its own, the second value could not mention the first.
      syntax.bindings.count == 1
    else { return nil }
    names = syntax.boundNames
    guard !names.isEmpty, Set(names).count == names.count,
      // A name in backticks may not carry a prefix.
      names.allSatisfy({ !$0.contains("`") })
    else { return nil }
    isConstant = syntax.bindingSpecifier.tokenKind == .keyword(.let)
    self.syntax = syntax
    let own = Set(syntax.bindings.first!.pattern.boundTokens.map(\.bytes.lowerBound))
    let isReadBefore = names.contains {
      mentions.mentions($0, before: syntax.bytes.upperBound, besides: own)
    }
    if isConstant, isReadBefore { return nil }
  }

  /// What is inserted.
  ///
  /// - Parameter modules: of each name, the module with its storage.
  func insertions(modules: [String: String]) -> [(text: String, offset: Int)] {
    let range = syntax.bytes
    let keyword = syntax.bindingSpecifier.bytes
    var result = [("do { ", range.lowerBound), ("var ", keyword.lowerBound)]
    for token in syntax.bindings.first!.pattern.boundTokens {
      result.append(("__", token.bytes.lowerBound))
    }
    let calls = names.map { name in
      if !isConstant { return "; __rebind(&\(name), &__\(name))" }
      return "; __rebind(\"\(modules[name]!)\", \"\(name)\", &__\(name)) "
        + "{ var __old = \(name); __same(&__old, &$0) }"
    }
    result.append((calls.joined() + " }", range.upperBound))
    return result
  }

  /// What is taken out.
  var dropped: [Range<Int>] { [syntax.bindingSpecifier.bytes] }
}

extension VariableDeclSyntax {
  /// The names that are declared.
  var boundNames: [String] { bindings.flatMap { $0.pattern.boundTokens.map(\.text) } }
}

extension PatternSyntax {
  /// The names that a pattern binds, where they stand.
  var boundTokens: [TokenSyntax] {
    let collector = BoundTokens(viewMode: .sourceAccurate)
    collector.walk(self)
    return collector.tokens
  }
}

private final class BoundTokens: SyntaxVisitor {
  var tokens: [TokenSyntax] = []

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    tokens.append(node.identifier)
    return .skipChildren
  }
}
