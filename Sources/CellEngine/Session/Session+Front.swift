extension Session {
  /// Compiles a module of declarations that shadow those of earlier cells; `nil` when there are
  /// none.
  func front(_ declarations: [String], label: Int) async -> CellChain.Link? {
    if declarations.isEmpty { return nil }
    let module = chain.nextModule(label: label)
    let source = chain.prologue + "\n" + declarations.joined(separator: "\n") + "\n"
    do {
      let product = try await compiler.compile(
        source, module: module, optimization: .none, isScript: false, imports: [])
      return .init(label: label, module: module, library: product.library, plan: CellPlan(""))
    } catch {
      log.error("declarations could not be hidden: \(error)")
      return nil
    }
  }

  /// Lets later cells see a module in front of all others.
  func putInFront(_ link: CellChain.Link) {
    chain.append(link)
    worker.send(.restore(path: link.library, replacing: []))
  }

  /// Makes unavailable what a cell's functions replace, for that cell and later ones.
  ///
  /// The module takes its place only once the cell was compiled: one that cannot be leaves no trace.
  func hide(_ older: [ConfusableFunction], label: Int) async -> CellChain.Link? {
    await front(chain.superseding(older), label: label)
  }
}
