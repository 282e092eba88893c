/// One message of the compiler.
struct Diagnostic: Equatable, Sendable {
  enum Severity: String, Sendable {
    case error, warning, note
  }

  var severity: Severity
  var message: String
  /// The name of the source, as `#sourceLocation` gave it; `nil` where the compiler names none.
  var file: String?
  var line: Int
  /// In bytes, from 1.
  var column: Int
  /// How many columns are underlined, the caret included.
  var width: Int
  /// What the compiler proposes to write.
  var fixIt: FixIt?

  /// Text to write at a column (in bytes, from 1) of the diagnostic's line.
  struct FixIt: Equatable, Sendable {
    var column: Int
    var text: String
  }
}

extension Diagnostic {
  /// Reads what the compiler prints with `-diagnostic-style llvm`: a line
  /// `FILE:LINE:COLUMN: SEVERITY: MESSAGE`, then the source line, a line with a caret, and perhaps
  /// one with the text to write below it.
  static func parse(_ text: String) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var isBehindCaret = false
    // Between the message and the caret.
    var quoted: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let diagnostic = Diagnostic(header: line) {
        result.append(diagnostic)
        quoted = []
      } else if !result.isEmpty, let width = caretWidth(line) {
        // A message that names a line break holds one.
        for line in quoted.dropLast() { result[result.count - 1].message += "\\n" + line }
        quoted = []
        result[result.count - 1].width = width
        isBehindCaret = true
        continue
      } else if isBehindCaret, !result.isEmpty {
        result[result.count - 1].fixIt = FixIt(line: line)
      } else {
        quoted.append(line)
      }
      isBehindCaret = false
    }
    return result
  }

  private init?(header: Substring) {
    let header =
      header.hasPrefix("<unknown>:0: ") ? header.dropFirst("<unknown>:0: ".count) : header
    if let match = header.wholeMatch(of: /(.+?):(\d+):(\d+): (error|warning|note): (.*)/) {
      self.init(
        severity: Severity(rawValue: String(match.4))!, message: String(match.5),
        file: String(match.1), line: Int(match.2) ?? 0, column: Int(match.3) ?? 0, width: 1)
    } else if let match = header.wholeMatch(of: /(error|warning|note): (.*)/) {
      self.init(
        severity: Severity(rawValue: String(match.1))!, message: String(match.2),
        file: nil, line: 0, column: 0, width: 1)
    } else {
      return nil
    }
  }

  private static func caretWidth(_ line: Substring) -> Int? {
    guard line.allSatisfy({ " ^~".contains($0) }), let caret = line.firstIndex(of: "^") else {
      return nil
    }
    return 1 + line[line.index(after: caret)...].prefix { $0 == "~" }.count
  }
}

extension Diagnostic.FixIt {
  /// Reads the line below a caret.
  fileprivate init?(line: Substring) {
    let blanks = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    var text = line.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    // What names nothing of the user's is of no help.
    if text.isEmpty || text.contains("__") { return nil }
    // Editors know placeholders as `<#text#>`.
    self.init(column: blanks + 1, text: String(text).replacing(/<#(.*?)#>/) { $0.1 })
  }
}
