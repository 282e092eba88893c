import SwiftDiagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Whether a text is a whole cell.
public enum Completeness: Equatable, Sendable {
  case complete
  /// More must follow; the next line begins with `indent`.
  case incomplete(indent: String)
  case invalid

  /// Judges a text by its syntax alone.
  public init(of text: String) { self = withDeepStack { Self.judge(text) } }

  private static func judge(_ text: String) -> Completeness {
    if Nesting.isTooDeep(text) { return .invalid }
    let tree = Parser.parse(source: text)
    guard tree.hasError else { return .complete }
    let problems = ParseDiagnosticsGenerator.diagnostics(for: tree).filter {
      $0.diagMessage.severity == .error
    }
    // Where the text ends too early the parser misses something at its very end.
    let lastByte = tree.trimmed.endPosition.utf8Offset
    let isUnfinished = problems.allSatisfy {
      $0.position.utf8Offset >= lastByte || $0.message.hasPrefix("unterminated")
        || $0.message.hasSuffix("to end string literal") || $0.message.hasPrefix("expected '}'")
    }
    return isUnfinished ? .incomplete(indent: indent(after: text)) : .invalid
  }

  /// Two spaces deeper for each bracket that is still open.
  private static func indent(after text: String) -> String {
    var depth = 0
    for character in text {
      if "{([".contains(character) { depth += 1 }
      if "})]".contains(character) { depth -= 1 }
    }
    return String(repeating: "  ", count: max(0, depth))
  }
}
