extension Session {
  /// Plans a cell that takes the place of what earlier ones declared.
  func latePlan(
    _ text: String, _ mode: LatePlan.Mode, module: String, label: Int,
    inserting: Instrumentation = .all
  ) -> CellPlan {
    let bindings = chain.bindings
    return withDeepStack {
      CellPlan(text, inserting: inserting, behind: bindings) {
        LatePlan($0, behind: bindings, mode: mode, module: module, label: label)
      }
    }
  }

  /// The plan for a cell that cannot be compiled with all that a plan inserts.
  func barePlan(_ plan: CellPlan) -> CellPlan {
    let bindings = chain.bindings
    return withDeepStack {
      CellPlan(plan.source.text, inserting: plan.awaits ? .all : [], behind: bindings)
    }
  }

  /// Another plan for a cell whose variables or types turn out not to be those of old, or in which
  /// something cannot be replaced later; `nil` when the errors are the user's own.
  func simpler(
    _ plan: CellPlan, module: String, label: Int, after diagnostics: [Diagnostic]
  ) -> CellPlan? {
    log.debug("cell \(label) does not compile as planned: \(diagnostics)")
    var less = plan.instrumentation
    if less.contains(.conditionalResults) {
      // Its branches may have different types: then it is a statement.
      less.remove(.conditionalResults)
    } else if less.contains(.safePoints), diagnostics.contains(where: { isSafePoint($0, plan) }) {
      // A loop in a result builder is no place for one.
      less.remove(.safePoints)
    }
    if less != plan.instrumentation, less != .all {
      return latePlan(plan.source.text, .keeping, module: module, label: label, inserting: less)
    }
    guard let late = plan.late,
      diagnostics.contains(where: { $0.severity == .error && !isTyped($0, plan, label: label) })
    else { return nil }
    if late.keeps {
      return latePlan(
        plan.source.text, .renewing, module: module, label: label,
        inserting: plan.instrumentation)
    }
    let bindings = chain.bindings
    return withDeepStack {
      CellPlan(plan.source.text, inserting: plan.instrumentation, behind: bindings)
    }
  }

  /// Whether an error is about what makes a loop stop.
  private func isSafePoint(_ diagnostic: Diagnostic, _ plan: CellPlan) -> Bool {
    guard diagnostic.severity == .error else { return false }
    let inserted = plan.edits.inserted(
      diagnostic.column, line: diagnostic.line, in: plan.source)
    return inserted.map { LoopRewriter.isSafePoint($0) } ?? false
  }

  /// Whether a message is about something that the user typed.
  private func isTyped(_ diagnostic: Diagnostic, _ plan: CellPlan, label: Int) -> Bool {
    diagnostic.file == CellNames.file(label) && !diagnostic.message.contains("__")
      && !plan.edits.isInserted(diagnostic.column, line: diagnostic.line, in: plan.source)
  }
}
