import SwiftSyntax

/// Parameters as a twin takes them, and as it is called with them.
struct LateParameters {
  private(set) var text = ""
  private(set) var labels = ""
  private(set) var arguments = ""
  /// The arguments without labels.
  private(set) var operands = ""
  /// Labels and types.
  private(set) var words: [String] = []
  private(set) var defaults = ""

  /// No parameters.
  init() {}

  /// Reads a parameter clause; `nil` when a parameter cannot be passed on.
  init?(_ clause: FunctionParameterClauseSyntax, isSubscript: Bool) {
    for parameter in clause.parameters {
      let name = parameter.secondName?.text ?? parameter.firstName.text
      guard name != "_", parameter.ellipsis == nil, parameter.attributes.isEmpty,
        parameter.modifiers.isEmpty
      else { return nil }
      let isUnlabelled =
        parameter.firstName.text == "_" || (isSubscript && parameter.secondName == nil)
      guard
        append(
          name, label: isUnlabelled ? "_" : parameter.firstName.text, type: parameter.type)
      else { return nil }
      defaults += parameter.defaultValue.map { "\(name) \($0.trimmedDescription)" } ?? ""
    }
  }

  /// With one more, unlabelled, at the end.
  func appending(_ name: String, type: TypeSyntax) -> LateParameters {
    var result = self
    _ = result.append(name, label: "_", type: type)
    return result
  }

  private mutating func append(_ name: String, label: String, type: TypeSyntax) -> Bool {
    var argument = name
    if let attributed = type.as(AttributedTypeSyntax.self) {
      let specifiers = attributed.specifiers.trimmedDescription
      if specifiers.contains("inout") { argument = "&" + name }
      let attributes = attributed.attributes.trimmedDescription
      if attributes.contains("@autoclosure") {
        // One that throws or waits would have to be marked where it is called.
        if type.trimmedDescription.contains("throws") || type.trimmedDescription.contains("async") {
          return false
        }
        argument = name + "()"
      }
    }
    if type.tokens(viewMode: .sourceAccurate).contains(where: { $0.tokenKind == .keyword(.repeat) })
    {
      return false
    }
    let separator = text.isEmpty ? "" : ", "
    text +=
      separator + (label == name ? "" : label + " ")
      + "\(name): \(type.trimmedDescription.onOneLine)"
    labels += label + ":"
    operands += separator + argument
    arguments += separator + (label == "_" ? "" : label + ": ") + argument
    words += [label + ":"] + type.words
    return true
  }
}

extension String {
  /// Without line breaks, so that it can stand behind the user's last line.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension SyntaxProtocol {
  /// The words and signs of the source, without blanks and remarks.
  var words: [String] {
    tokens(viewMode: .sourceAccurate).map(\.text).filter { !$0.isEmpty }
  }
}

extension Optional where Wrapped: SyntaxProtocol {
  /// The words of a part that may be missing.
  var words: [String] { map(\.words) ?? [] }
  /// The text of a part that may be missing.
  var line: String { map { $0.trimmedDescription.onOneLine } ?? "" }
}

extension TypeSyntax {
  var isVoid: Bool { ["Void", "()", "Swift.Void"].contains(trimmedDescription) }
}
