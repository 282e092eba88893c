/// Values of types that have been declared anew since, with the same stored properties.
extension Session {
  /// Gives the values of older types the functions that the last cell declares.
  ///
  /// Every older type of a name gets them, not only the last: an initialiser may have been edited
  /// first, and a function after it.
  ///
  /// - Parameter bindings: those before that cell.
  /// - Returns: what the user should know when they could not be given.
  func handOn(_ plan: CellPlan, behind bindings: LateBindings) async -> [String] {
    guard let succeeded = plan.late?.succeeded, !succeeded.isEmpty else { return [] }
    var notices: [String] = []
    for generation in 0... {
      var older = bindings
      var names: [String] = []
      for name in succeeded.sorted() {
        guard let elders = chain.bindings.types[name]?.elders, generation < elders.count else {
          continue
        }
        older.set(elders[generation], for: name)
        names.append(name)
      }
      if names.isEmpty { break }
      notices += await handOn(plan, to: names, behind: older, generation: generation)
    }
    return notices
  }

  private func handOn(
    _ plan: CellPlan, to names: [String], behind bindings: LateBindings, generation: Int
  ) async -> [String] {
    guard let last = chain.links.last else { return [] }
    let succession = withDeepStack {
      CellPlan(plan.source.text) {
        LatePlan($0, handingOn: Set(names), behind: bindings)
      }
    }
    guard let late = succession.late, !late.replaced.isEmpty else { return [] }
    let module = chain.nextModule(label: last.label)
    let source = chain.source(of: succession, behind: last.module, label: last.label)
    do {
      let product = try await compiler.compile(
        source, module: module, optimization: .careful, isScript: false, imports: chain.imports)
      chain.handOn(product.library, late, to: names, generation: generation)
      worker.send(.restore(path: product.library, replacing: late.replaced))
      return []
    } catch {
      log.debug("functions could not be handed on: \(error)")
      return names.compactMap { name in
        bindings.types[name].map {
          "\(name) was declared anew: values made before keep the old type, "
            + "\(name) (cell \($0.label)), and its functions."
        }
      }
    }
  }
}
