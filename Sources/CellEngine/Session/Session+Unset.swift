extension Session {
  /// Hides the variables that the last cell declares and did not come to set: reading one would
  /// read memory that holds no value.
  ///
  /// A module in front of the cell's own declares them again, as unavailable, so the compiler
  /// itself tells who mentions one. Their initial values are there for their types alone: in a
  /// module without code at its top level they are computed when first read, and nothing can.
  func hideUnset(stoppedAt frames: [UserFrame]) async {
    guard let cell = chain.links.last else { return }
    let file = CellNames.file(cell.label)
    let frame = frames.last { $0.function == nil && $0.file == file }
    let stop = frame.flatMap { cell.plan.offset(line: $0.line, column: $0.column) } ?? 0
    let unset = cell.plan.variables.filter { $0.end > stop }.map(\.name)
    guard !unset.isEmpty else { return }
    let module = chain.nextModule(label: cell.label)
    let declarations = unset.map { name in
      """
      @available(*, unavailable, message: "cell \(cell.label) stopped before it was set; run that cell again")
      let `\(name)` = \(cell.module).`\(name)`
      """
    }
    let source = chain.prologue + "\n" + declarations.joined(separator: "\n") + "\n"
    do {
      let product = try await compiler.compile(
        source, module: module, isOptimized: false, isScript: false, imports: [])
      chain.append(
        .init(label: cell.label, module: module, library: product.library, plan: cell.plan))
      worker.send(.restore(path: product.library))
    } catch {
      log.error("cell \(cell.label): unset variables could not be hidden: \(error)")
    }
  }
}
