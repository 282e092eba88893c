/// A function, accessor or subscript of a cell that a later cell can replace in all code that was
/// compiled before.
///
/// Three pieces of source make it so. A *guard* at the head of the body asks, in one load that the
/// optimiser takes out of loops, whether the function was replaced; being in the body it is there
/// wherever the function was inlined. A *dynamic twin* has the same signature and nothing to do. A
/// *replacement*, in a later cell, takes the twin's place and calls the new function:
///
///     func scale(_ x: Double) -> Double {
///       if case .some = __replaced(7) { return __late7(x) }; return x * 2 }
///     dynamic func __late7(_ x: Double) -> Double { Swift.fatalError() }
///
///     func scale(_ x: Double) -> Double { x * 3 }
///     @_dynamicReplacement(for: __late7(_:)) func __new7_8(_ x: Double) -> Double { scale(x) }
///
/// A function that nothing replaces is inlined and specialised as ever.
struct LateFunction: Equatable {
  /// The signature without names and types, which the twin and the replacement share.
  struct Shape: Equatable {
    /// `extension Net`, or nothing for a function at the top level.
    var header = ""
    /// `static`, `mutating` and attributes that are part of the type.
    var prefix = ""
    var generics = ""
    /// With names and without default values: `_ x: Double, by y: Int`.
    var parameters = ""
    /// ` async throws`.
    var effects = ""
    /// ` -> Double where T: Equatable`.
    var result = ""
    /// `_:by:`.
    var labels = ""
    /// `x, by: y`.
    var arguments = ""
  }

  /// How the function is written where it is used.
  enum Use: Equatable {
    case function(name: String)
    /// An operator is called without labels.
    case infix(name: String, operands: String)
    case getter(name: String)
    case setter(name: String, value: String)
    case subscriptGetter
    case subscriptSetter(value: String)
  }

  /// Its place among all of a session.
  let slot: Int
  let shape: Shape
  let use: Use

  /// The name of the twin.
  var twin: String { "__late\(slot)" }

  private var isMember: Bool { !shape.header.isEmpty }

  /// What an effectful call is marked with.
  private var marks: String {
    (shape.effects.contains("throws") ? "try " : "")
      + (shape.effects.contains("async") ? "await " : "")
  }

  /// What stands at the head of the body.
  var guardText: String {
    " if case .some = __replaced(\(slot)) { return \(marks)\(twin)(\(shape.arguments)) };"
  }

  /// The declaration of the twin.
  var twinText: String { declaration("dynamic func \(twin)", body: "Swift.fatalError()") }

  /// The declaration that takes the place of an older function's twin.
  func replacementText(of old: Int) -> String {
    let head = "@_dynamicReplacement(for: __late\(old)(\(shape.labels))) "
    return declaration("func \(Self.replacementName(of: old, by: slot))", head: head, body: call)
  }

  /// The name of what takes the place of a twin.
  static func replacementName(of old: Int, by slot: Int) -> String { "__new\(old)_\(slot)_" }

  static func isTwin(_ name: String) -> Bool { name.hasPrefix("__late") }

  /// Whether a function takes the place of an older one.
  static func isReplacement(_ name: String) -> Bool { name.hasPrefix("__new") }

  /// Whether it does nothing but call the one that the user wrote.
  static func onlyForwards(_ name: String) -> Bool {
    isReplacement(name) && CellNames.withoutReplacement(name).isEmpty
  }

  /// The signature behind the name, and the body.
  func declaration(_ name: String, head: String = "", body: String) -> String {
    let text =
      "\(head)\(shape.prefix)\(name)\(shape.generics)(\(shape.parameters))\(shape.effects)"
      + "\(shape.result) { \(body) }"
    return isMember ? "\(shape.header) { \(text) }" : text
  }

  private var call: String {
    let base = isMember ? "self." : ""
    switch use {
    case .function(let name): return "return \(marks)\(base)\(name)(\(shape.arguments))"
    case .infix(let name, let operands): return "return \(marks)(\(name))(\(operands))"
    case .getter(let name): return "return \(base)\(name)"
    case .setter(let name, let value): return "\(base)\(name) = \(value)"
    case .subscriptGetter: return "return self[\(shape.arguments)]"
    case .subscriptSetter(let value):
      // The value is the last argument of the twin.
      let indices = shape.arguments.split(separator: ",").dropLast().joined(separator: ",")
      return "self[\(indices)] = \(value)"
    }
  }
}
