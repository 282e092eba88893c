/// Draws diagnostics: where, what, the line as the user typed it, and a caret.
struct DiagnosticRenderer {
  /// The plan of a cell by the name of its source.
  let plan: (String) -> CellPlan?
  /// The cell in which a module was compiled.
  let label: (String) -> Int?
  /// Whether an earlier cell declares a type of this name.
  var isDeclared: (String) -> Bool = { _ in false }

  /// Leaves out warnings about what the engine inserted, with their notes, and notes about
  /// declarations that the user cannot see.
  func aboutTheUsersCode(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var isKept = true
    return diagnostics.filter { diagnostic in
      let plan = diagnostic.file.flatMap(plan)
      switch diagnostic.severity {
      case .error:
        // What a macro makes of a mistake is said where the user made it, too.
        isKept =
          plan != nil
          || !diagnostics.contains {
            $0.message == diagnostic.message && $0.file.flatMap(self.plan) != nil
          }
      case .warning:
        isKept = plan.map { isAboutTheUsersCode(diagnostic, $0) } ?? true
      case .note:
        // One without a line speaks of what the user did not write.
        return isKept && (plan.map { place(of: diagnostic, in: $0) != nil } ?? false)
      }
      return isKept
    }
  }

  private func isAboutTheUsersCode(_ warning: Diagnostic, _ plan: CellPlan) -> Bool {
    // A value that is unused because of a semicolon is what the user asked for.
    if warning.message.hasSuffix("[#no-usage]"),
      plan.isIgnoredResult(line: warning.line, column: warning.column)
    {
      return false
    }
    if isAboutOwnConformance(warning) { return false }
    return (1...max(1, plan.source.lineCount)).contains(warning.line)
      && !plan.edits.isInserted(warning.column, line: warning.line, in: plan.source)
  }

  /// Whether the compiler warns of a conformance that somebody else may add one day: to it, a protocol
  /// or type of an earlier cell is somebody else's.
  private func isAboutOwnConformance(_ warning: Diagnostic) -> Bool {
    warning.message.hasPrefix("extension declares a conformance of imported type")
      && warning.message.split(separator: "'").contains { isDeclared(String($0)) }
  }

  /// The lines to show for one diagnostic, coloured as terminals and Jupyter do it.
  func lines(_ diagnostic: Diagnostic) -> [String] {
    let message = CellNames.withoutModules(diagnostic.message, label: label)
    let color = Self.color(diagnostic.severity)
    let head =
      "\(color)\(diagnostic.severity.rawValue):\(Self.plain) \(Self.bold)\(message)\(Self.plain)"
    guard let file = diagnostic.file, let plan = plan(file),
      let (line, column, source) = place(of: diagnostic, in: plan)
    else { return [head] }
    let number = "\(line)"
    let gutter = String(repeating: " ", count: number.count)
    let rest = source.utf8.count - max(0, column - 1)
    let tildes = String(repeating: "~", count: max(0, min(diagnostic.width, rest) - 1))
    var lines = [
      "\(Self.bold)\(file.lowercasedFirst), line \(number):\(Self.plain) \(head)",
      "\(Self.dim)\(number) |\(Self.plain) \(source)",
      "\(Self.dim)\(gutter) |\(Self.plain) \(Self.margin(source, column))\(color)^\(tildes)\(Self.plain)",
    ]
    if let fixIt = diagnostic.fixIt, !source.contains("\t") {
      let column = plan.edits.originalColumn(fixIt.column, line: diagnostic.line, in: plan.source)
      lines.append(
        "\(Self.dim)\(gutter) |\(Self.plain) \(Self.margin(source, column))\(Self.green)\(fixIt.text)\(Self.plain)"
      )
    }
    return lines
  }

  /// Blanks up to a column; tabs stay tabs, so that a caret stands under its place.
  private static func margin(_ source: String, _ column: Int) -> String {
    let before = source.utf8.prefix(max(0, column - 1))
    return String(decoding: before, as: UTF8.self).map { $0 == "\t" ? "\t" : blank($0) }.joined()
  }

  /// One line without colour, for the error's value.
  func summary(_ diagnostic: Diagnostic) -> String {
    let message = CellNames.withoutModules(diagnostic.message, label: label)
    guard let file = diagnostic.file, let plan = plan(file),
      let (line, _, _) = place(of: diagnostic, in: plan)
    else { return message }
    return "\(file.lowercasedFirst), line \(line): \(message)"
  }

  /// The user's line and column.
  ///
  /// What is missing behind the last line is missing at its end.
  private func place(
    of diagnostic: Diagnostic, in plan: CellPlan
  ) -> (line: Int, column: Int, source: String)? {
    if diagnostic.line > plan.source.lineCount {
      let last = plan.source.lineCount
      return plan.source.line(last).map { (last, $0.utf8.count + 1, $0) }
    }
    let column = plan.edits.originalColumn(
      diagnostic.column, line: diagnostic.line, in: plan.source)
    return plan.source.line(diagnostic.line).map { (diagnostic.line, column, $0) }
  }

  /// As wide as the character: Hangul and its like take two columns.
  private static func blank(_ character: Character) -> String {
    let scalar = character.unicodeScalars.first!.value
    let isWide =
      (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
      || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
      || (0xFF00...0xFF60).contains(scalar) || (0x1F300...0x1FAFF).contains(scalar)
    return isWide ? "  " : " "
  }

  private static func color(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "\u{1b}[1;31m"
    case .warning: "\u{1b}[1;33m"
    case .note: "\u{1b}[1;36m"
    }
  }

  private static let green = "\u{1b}[32m"
  private static let bold = "\u{1b}[1m"
  private static let dim = "\u{1b}[2m"
  private static let plain = "\u{1b}[0m"
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
