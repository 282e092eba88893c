import SwiftSyntax

/// Gives a variable that is declared again its new value in the storage it has, so that functions
/// of earlier cells see it and the old value is released.
///
/// `var rate = 3.0` becomes `do { var __rate = 3.0; __rebind(&rate, &__rate) }`. Both are passed
/// as `inout`, so the cell compiles only where their types are the same; where they are not, it is
/// compiled once more, with a variable of its own. A constant cannot be passed so: the worker looks
/// up where it is, and a closure that is never called compares the types. A cell that has read the
/// constant before may know its value by heart, so it gets one of its own.
///
/// A variable with observers gets its value in the same way as a constant: to set it would call them.
///
/// To generic code a function is another thing than to the cell that keeps one, so where a constant
/// is means a struct around it, whose property has the type as the cell knows it.
struct VariableRebinding {
  /// The names that are declared.
  let names: [String]
  let isConstant: Bool
  /// The code of observers; empty for none.
  let observers: String
  private let syntax: VariableDeclSyntax

  /// Reads a declaration; `nil` for one that declares more than values: a computed property, one
  /// with a wrapper, or without a first value.
  ///
  /// - Parameter mentions: those of the whole cell.
  init?(_ syntax: VariableDeclSyntax, mentions: NameMentions) {
    let modifiers = syntax.modifiers.map(\.name.text)
    let isConstant = syntax.bindingSpecifier.tokenKind == .keyword(.let)
    guard syntax.attributes.isEmpty,
      modifiers.allSatisfy({ ["private", "fileprivate"].contains($0) }),
      syntax.bindings.allSatisfy(\.isStored),
      syntax.bindings.allSatisfy({ $0.initializer != nil || ($0.isNilAtFirst && !isConstant) })
    else { return nil }
    names = syntax.boundNames
    guard !names.isEmpty, Set(names).count == names.count,
      // A name in backticks may not carry a prefix.
      names.allSatisfy({ !$0.contains("`") })
    else { return nil }
    self.isConstant = isConstant
    observers = syntax.bindings.flatMap { $0.accessorBlock.words }.joined(separator: " ")
    self.syntax = syntax
    let own = Set(syntax.bindings.flatMap { $0.pattern.boundTokens.map(\.bytes.lowerBound) })
    let isReadBefore = names.contains {
      mentions.mentions($0, before: syntax.bytes.upperBound, besides: own)
    }
    if isConstant, isReadBefore { return nil }
  }

  /// What is inserted.
  ///
  /// - Parameter records: what is known of each name.
  func insertions(
    _ records: [String: LateBindings.VariableRecord]
  ) -> [(text: String, offset: Int)] {
    let start = syntax.bytes.lowerBound
    var result = [("do { ", start), ("var ", syntax.bindingSpecifier.bytes.lowerBound)]
    for binding in syntax.bindings {
      let tokens = binding.pattern.boundTokens
      result += tokens.map { ("__", $0.bytes.lowerBound) }
      let calls = tokens.map { call($0.text, records[$0.text]!) }.joined()
      let first = binding.initializer == nil ? " = nil" : ""
      // A scope for each: the second value may mention the first.
      let next = binding.trailingComma == nil ? "" : "; do { var "
      result.append((first + calls + " }" + next, binding.bytesWithoutComma.upperBound))
    }
    return result
  }

  private func call(_ name: String, _ record: LateBindings.VariableRecord) -> String {
    let isWritten = isConstant || !observers.isEmpty
    let modules = (isWritten ? [record.module] : []) + record.older
    let copies = modules.isEmpty ? "" : Self.copies(of: "__" + name, like: name, to: modules)
    // Behind it, the new variable holds the old value.
    return copies + (isWritten ? "" : "; __rebind(&\(name), &__\(name))")
  }

  /// What gives older variables of a name the value of a new one.
  static func copies(of name: String, to modules: [String]) -> String {
    "; do { var __\(name) = \(name)"
      + copies(of: "__" + name, like: "\(modules[0]).\(name)", to: modules) + " }"
  }

  private static func copies(of value: String, like old: String, to modules: [String]) -> String {
    let name = value.dropFirst(2)
    return "; struct __Kept_\(name) { var __value = \(old) }"
      + "; _ = { (old__: inout __Kept_\(name)) in __same(&old__.__value, &\(value)) }"
      + modules.map { module in
        "; __constant(\"\(module)\", \"\(name)\", __Kept_\(name).self).pointee.__value = \(value)"
      }.joined()
  }

  /// What is taken out.
  var dropped: [Range<Int>] {
    [syntax.bindingSpecifier.bytes] + syntax.bindings.compactMap(\.trailingComma?.bytes)
      + syntax.bindings.compactMap(\.accessorBlock?.bytes)
  }
}

extension PatternBindingSyntax {
  /// Whether it has no first value, and `nil` without one.
  fileprivate var isNilAtFirst: Bool {
    guard initializer == nil, let type = typeAnnotation?.type else { return false }
    return type.is(OptionalTypeSyntax.self) || type.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
  }

  fileprivate var bytesWithoutComma: Range<Int> {
    bytes.lowerBound..<(initializer?.bytes ?? typeAnnotation?.bytes ?? pattern.bytes).upperBound
  }
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
