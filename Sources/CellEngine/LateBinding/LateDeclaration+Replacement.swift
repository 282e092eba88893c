import SwiftSyntax

/// A member of a type that stays what it is, rewritten in place so that it replaces the older one.
extension LateDeclaration {
  /// What the member does.
  var text: String { (accessor.map { $0.words } ?? syntax.words).joined(separator: " ") }

  /// Whether it overrides one of a superclass, which only the class's own declaration can do.
  var overrides: Bool {
    syntax.asProtocol((any WithModifiersSyntax).self)?.modifiers
      .contains { $0.name.text == "override" } ?? false
  }

  /// Whether it can be given another name.
  var isMovable: Bool {
    if target != nil { return true }
    return switch use {
    case .function(let name): !name.hasPrefix("`")
    default: true
    }
  }

  /// The bytes of the member, or of the accessor.
  ///
  /// What is around an accessor goes with the first of its kind.
  var ownBytes: [Range<Int>] {
    accessor.map { frame(of: $0) + [$0.bytes] } ?? syntax.bytesWithSemicolon
  }

  /// Makes a function of the member that takes the place of an older one.
  func replacement(
    of old: Int, by slot: Int
  ) -> (insertions: [(text: String, offset: Int)], dropped: [Range<Int>]) {
    let name = LateFunction.replacementName(of: old, by: slot)
    if let target { return replacement(of: target, named: name) }
    let head = "@_dynamicReplacement(for: __late\(old)(\(shape.labels))) "
    if let function = syntax.as(FunctionDeclSyntax.self) {
      // An operator cannot be a part of a name.
      let own = function.isOperator ? "operator" : function.name.text
      // Attributes and modifiers are those of the older one.
      let start = syntax.bytes.lowerBound
      return (
        [
          ("\(head)\(shape.prefix)", start),
          ("\(name)\(own) ", function.name.bytes.lowerBound),
        ],
        [start..<function.funcKeyword.bytes.lowerBound, function.name.bytes]
      )
    }
    let signature =
      "\(head)\(shape.prefix)func \(name)\(valueName)(\(shape.parameters))\(shape.result) "
    if let accessor, let body = accessor.body {
      // Two of them may stand on one line.
      return (
        [(signature, accessor.bytes.lowerBound), (";", accessor.bytes.upperBound)],
        frame(of: accessor) + [accessor.bytes.lowerBound..<body.bytes.lowerBound]
      )
    }
    // `var area: Double { w * h }`
    let brace = bodyStart - 1
    return (
      [(signature, syntax.bytes.lowerBound)], [syntax.bytes.lowerBound..<brace]
    )
  }

  private var valueName: String {
    switch use {
    case .function(let name), .getter(let name), .setter(let name, _): name
    case .infix(let name, _): name
    case .subscriptGetter, .subscriptSetter: "subscript"
    }
  }

  /// `var area: Double {` and the brace behind the accessors, with what ends it all: they go.
  private func frame(of accessor: AccessorDeclSyntax) -> [Range<Int>] {
    guard let block = accessor.parent?.parent?.as(AccessorBlockSyntax.self) else { return [] }
    return [
      syntax.bytes.lowerBound..<block.leftBrace.bytes.upperBound, block.rightBrace.bytes,
    ] + syntax.bytesWithSemicolon.dropFirst()
  }
}

extension LateBindings.MemberRecord {
  init(slot: Int, _ part: LateDeclaration) {
    self.init(slot: slot, text: part.text, defaults: part.defaults)
  }

  /// Whether the older declaration can stay where only the text of its body changes.
  func canStay(for part: LateDeclaration) -> Bool {
    text == part.text || (defaults == part.defaults && part.isMovable)
  }
}

extension DeclSyntax {
  /// The bytes of a declaration that is taken out, with a semicolon behind it.
  var bytesWithSemicolon: [Range<Int>] {
    let semicolon =
      parent?.as(MemberBlockItemSyntax.self)?.semicolon
      ?? parent?.as(CodeBlockItemSyntax.self)?.semicolon
    return [bytes] + (semicolon.map { [$0.bytes] } ?? [])
  }
}
