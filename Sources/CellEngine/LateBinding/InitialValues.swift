import SwiftSyntax

/// The first values of a type's stored properties, which a later cell can change.
///
/// A type that is declared again with other first values stays the type it is, so that functions of
/// earlier cells take what is made in the new way.
///
///     class Net { var rate = __replaced(7) != nil ? __late7(0) : (0.1) }
///     dynamic func __late7<T>(_ index: Swift.Int) -> T { Swift.fatalError() }
///
/// The replacement computes the new values in the type's own scope. Each is of the very type that
/// the property has, or the cell does not compile and its type is another one.
struct InitialValues {
  struct Value {
    let name: String
    /// The written type, with its colon; empty for none.
    let annotation: String
    let text: String
    let bytes: Range<Int>
  }

  private(set) var values: [Value] = []
  /// Bytes of the values of one member.
  private(set) var bytes: [Range<Int>] = []

  /// Reads what a member of a type declares.
  mutating func read(_ member: DeclSyntax, isClass: Bool) {
    guard let variable = member.as(VariableDeclSyntax.self), variable.attributes.isEmpty,
      variable.modifiers.allSatisfy({ Self.modifiers.contains($0.name.text) }),
      // The optimiser makes use of what a struct's constants are.
      isClass || variable.bindingSpecifier.tokenKind == .keyword(.var)
    else { return }
    for binding in variable.bindings {
      guard let value = binding.initializer?.value, binding.isStored,
        let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
        !value.is(IfExprSyntax.self), !value.is(SwitchExprSyntax.self)
      else { continue }
      values.append(
        .init(
          name: name, annotation: binding.typeAnnotation?.trimmedDescription ?? "",
          text: value.trimmedDescription, bytes: value.bytes))
      bytes.append(value.bytes)
    }
  }

  private static let modifiers: Set = [
    "private", "fileprivate", "internal", "package", "public", "final",
  ]

  /// What is told apart when the type is declared again.
  var texts: [String] { values.map(\.text) }

  /// What is inserted where they stand.
  func insertions(slot: Int) -> [(text: String, offset: Int)] {
    values.enumerated().flatMap { index, value in
      [
        ("__replaced(\(slot)) != nil ? __late\(slot)(\(index)) : (", value.bytes.lowerBound),
        (")", value.bytes.upperBound),
      ]
    }
  }

  /// What a later cell replaces.
  static func twin(slot: Int) -> String {
    "dynamic func __late\(slot)<T>(_ index: Swift.Int) -> T { Swift.fatalError() }"
  }

  /// What makes these the values of a type that an earlier cell has declared.
  func replacement(of old: Int, by slot: Int, in type: String) -> String {
    let cases = values.enumerated().map { index, value in
      "case \(index): var __value\(value.annotation) = (\n\(value.text)\n)\n"
        + "return __initial\(slot)(\\\(type).\(value.name), &__value)\n"
    }
    return """
      func __initial\(slot)<Root, Value, T>(_ path: Swift.KeyPath<Root, Value>, _ value: inout Value) -> T { Swift.unsafeBitCast(value, to: T.self) }
      extension \(type) { static func __first\(slot)<T>(_ index: Swift.Int) -> T { switch index {
      \(cases.joined())default: Swift.fatalError()
      } } }
      @_dynamicReplacement(for: __late\(old)(_:)) func \(LateFunction.replacementName(of: old, by: slot))<T>(_ index: Swift.Int) -> T { \(type).__first\(slot)(index) }
      """
  }
}
