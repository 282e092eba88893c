extension Session {
  /// Hides the variables that the last cell declares and did not come to set: reading one would
  /// read memory that holds no value.
  ///
  /// A module in front of the cell's own declares them again, as unavailable, so the compiler
  /// itself tells who mentions one.
  func hideUnset(stoppedAt frames: [UserFrame]) async {
    guard let cell = chain.links.last else { return }
    let file = CellNames.file(cell.label)
    let line = frames.last { $0.function == nil && $0.file == file }?.line ?? 0
    let unset = cell.plan.variables.filter { $0.line >= line }.map(\.name)
    guard !unset.isEmpty else { return }
    let module = chain.nextModule(label: cell.label)
    let declarations = unset.map { name in
      """
      @available(*, unavailable, message: "cell \(cell.label) stopped before it was set; run that cell again")
      var `\(name)`: Any { fatalError() }
      """
    }
    let source = chain.prologue + "\n" + declarations.joined(separator: "\n") + "\n"
    do {
      let product = try await compiler.compile(
        source, module: module, isOptimized: false, imports: [])
      chain.append(
        .init(label: cell.label, module: module, library: product.library, plan: cell.plan))
      worker.send(.restore(path: product.library))
    } catch {
      log.error("cell \(cell.label): unset variables could not be hidden: \(error)")
    }
  }
}
