extension Session {
  /// A declaration in front of all cells, and what stands there where the compiler refuses it.
  struct FrontDeclaration {
    let text: String
    var instead: String?
  }

  /// Compiles a module of declarations that shadow those of earlier cells; `nil` when there are
  /// none.
  func front(_ declarations: [FrontDeclaration], label: Int) async -> CellChain.Link? {
    var declarations = declarations
    // One that is refused must not take the others with it.
    while !declarations.isEmpty {
      let module = chain.nextModule(label: label)
      let source = ([chain.prologue] + declarations.map(\.text)).joined(separator: "\n") + "\n"
      do {
        let product = try await compiler.compile(
          source, module: module, optimization: .none, isScript: false, imports: [])
        return .init(label: label, module: module, library: product.library, plan: CellPlan(""))
      } catch CellCompiler.Failure.diagnosed(let diagnostics) {
        let lines = diagnostics.filter { $0.severity == .error }.map(\.line)
        let rest = Self.without(lines, of: declarations)
        if rest.map(\.text) != declarations.map(\.text) {
          declarations = rest
          continue
        }
        log.error("declarations could not be hidden: \(diagnostics)")
      } catch {
        log.error("declarations could not be hidden: \(error)")
      }
      return nil
    }
    return nil
  }

  /// Puts what else there is in the place of declarations on certain lines.
  ///
  /// Where there is nothing else they are left out. The prologue is the first line.
  private static func without(
    _ lines: [Int], of declarations: [FrontDeclaration]
  ) -> [FrontDeclaration] {
    var first = 2
    return declarations.compactMap { declaration in
      let end =
        first + declaration.text.split(separator: "\n", omittingEmptySubsequences: false).count
      defer { first = end }
      if !lines.contains(where: { first <= $0 && $0 < end }) { return declaration }
      return declaration.instead.map { FrontDeclaration(text: $0) }
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
    await front(chain.superseding(older).map { FrontDeclaration(text: $0) }, label: label)
  }
}
