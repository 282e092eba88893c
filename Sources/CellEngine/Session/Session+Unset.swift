extension Session {
  /// Hides the variables that the last cell declares and did not come to set: reading one would
  /// read memory that holds no value.
  func hideUnset(stoppedAt frames: [UserFrame]) async {
    guard let cell = chain.links.last else { return }
    let file = CellNames.file(cell.label)
    let frame = frames.last { $0.function == nil && $0.file == file }
    let stop = frame.flatMap { cell.plan.offset(line: $0.line, column: $0.column) } ?? 0
    await hide(
      cell.plan.variables.filter { $0.end > stop }.map { (name: $0.name, cell: cell) },
      reason: "cell \(cell.label) stopped before it was set")
  }

  /// Hides all variables, whose values were lost with the process that held them.
  func hideAll() async {
    var newest: [String: CellChain.Link] = [:]
    for cell in chain.links {
      for variable in cell.plan.variables { newest[variable.name] = cell }
    }
    await hide(
      newest.sorted { $0.key < $1.key }.map { (name: $0.key, cell: $0.value) },
      reason: "its value was lost with the process that ran the cells")
  }

  /// Declares names again, as unavailable, in a module in front of all others.
  ///
  /// The compiler itself then tells who mentions one. A cell that is run again declares them anew.
  ///
  /// Their initial values are there for their types alone: in a module without code at its top
  /// level they are computed when first read, and nothing can read them. A type that cannot be copied
  /// is not told.
  private func hide(_ variables: [(name: String, cell: CellChain.Link)], reason: String) async {
    let bindings = chain.bindings
    let declarations = variables.map { name, cell in
      let label = bindings.variables[name]?.label ?? cell.label
      let attribute = "@available(*, unavailable, message: \"\(reason); run cell \(label) again\")"
      return FrontDeclaration(
        text: "\(attribute)\nvar `\(name)` = \(cell.module).`\(name)`",
        instead: "\(attribute)\nvar `\(name)`: Never { Swift.fatalError() }")
    }
    guard let label = chain.links.last?.label else { return }
    defer { chain.forget(variables: variables.map(\.name)) }
    if let front = await front(declarations, label: label) { putInFront(front) }
  }
}
