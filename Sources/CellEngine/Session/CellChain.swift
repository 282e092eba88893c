/// The cells that later ones can see, oldest first.
///
/// Each module exports the one before it, so a name is found in the newest cell that declares it,
/// and nothing is ambiguous.
struct CellChain {
  /// A cell that was compiled.
  struct Link {
    let label: Int
    let module: String
    let library: String
    fileprivate(set) var plan: CellPlan
    /// Whether later cells are behind it.
    var isVisible = true
    /// Libraries that give values of older types the functions of this cell's types.
    var successions: [(library: String, replaced: [Int])] = []
  }

  private(set) var links: [Link] = []
  /// The newest module that later cells see.
  private var newest: String?
  private var plans: [String: CellPlan] = [:]
  /// The cells' numbers by their modules.
  private(set) var labels: [String: Int] = [:]
  private(set) var imports: Set<String> = []
  /// What later declarations can take the place of.
  private(set) var bindings = LateBindings()
  private var serial = 0

  /// A name that no module of the session has.
  mutating func nextModule(label: Int) -> String {
    serial += 1
    let module = CellNames.module(serial)
    labels[module] = label
    return module
  }

  /// Remembers a cell's source, so that messages can quote it.
  mutating func remember(_ plan: CellPlan, label: Int) {
    plans[CellNames.file(label)] = plan.withoutBindings
  }

  mutating func append(_ link: Link) {
    links.append(link)
    links[links.count - 1].plan = link.plan.withoutBindings
    if link.isVisible { newest = link.module }
    imports.formUnion(link.plan.imports)
    if let late = link.plan.late {
      bindings = late.bindings
    } else {
      bindings.forget(types: link.plan.types)
      bindings.forget(variables: link.plan.variables.map(\.name))
    }
    bindings.export(link.plan.exports)
    bindings.declare(link.plan.operators)
    let values = link.plan.variables.map(\.name) + link.plan.functionNames
    bindings.declare(values, in: link.module)
  }

  /// What a cell adds to, without the cells themselves: a copy of those would be made for each cell.
  struct Mark {
    fileprivate let count: Int
    fileprivate let newest: String?
    fileprivate let imports: Set<String>
    let bindings: LateBindings
  }

  var mark: Mark {
    Mark(count: links.count, newest: newest, imports: imports, bindings: bindings)
  }

  /// Takes back what a cell added that came to nothing; what it was called stays its own.
  mutating func undo(to mark: Mark) {
    links.removeSubrange(mark.count...)
    (newest, imports, bindings) = (mark.newest, mark.imports, mark.bindings)
  }

  /// Adds what values of older types get from the last cell.
  ///
  /// - Parameters:
  ///   - late: how they get it.
  ///   - types: the types' names.
  ///   - generation: how many newer types of the name had been made old before.
  mutating func handOn(
    _ library: String, _ late: LatePlan, to types: [String], generation: Int
  ) {
    links[links.count - 1].successions.append((library, late.replaced))
    for type in types {
      late.bindings.types[type].map { bindings.setElder($0, at: generation, of: type) }
    }
  }

  /// Variables that must be declared anew before they are used.
  mutating func forget(variables names: [String]) { bindings.forget(variables: names) }

  /// A type whose next declaration makes another one.
  mutating func forget(type name: String) { bindings.forget(types: [name]) }

  func plan(file: String) -> CellPlan? { plans[file] }
  func label(module: String) -> Int? { labels[module] }

  /// What stands before a cell's own text, one line long.
  var prologue: String { prologue(behind: newest) }

  private func prologue(behind module: String?) -> String {
    "@_exported import \(module ?? "CellSupport")"
  }

  /// The whole source of a cell's module.
  ///
  /// - Parameter front: a module in front of all cells.
  func source(of plan: CellPlan, front: String?, label: Int) -> String {
    source(of: plan, behind: front ?? newest, label: label)
  }

  /// The source of a module behind another one.
  func source(of plan: CellPlan, behind module: String?, label: Int) -> String {
    let appendix = plan.late?.appendix ?? []
    let cell = plan.instrumentedText
    let isPolled = SafePoint.isUsed(in: cell + appendix.joined())
    let headers =
      (appendix.isEmpty ? [] : [ReplacementTable.header]) + (isPolled ? [SafePoint.header] : [])
    let text =
      "\(([prologue(behind: module)] + headers.map(\.importText)).joined(separator: "; "))\n#sourceLocation(file: \"\(CellNames.file(label))\", line: 1)\n\(cell)\n"
    let trailer =
      appendix + plan.operators.copies
      + plan.overlays
    if trailer.isEmpty { return text }
    return text + "#sourceLocation()\n" + trailer.joined(separator: "\n") + "\n"
  }

  /// A diagnostic with its place as the user knows it.
  ///
  /// What the compiler misses at the very end of a source lies behind what `#sourceLocation`
  /// renames: it names the file on disk, and counts the lines before the cell's own.
  func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let name = diagnostic.file?.split(separator: "/").last, name.hasSuffix(".swift"),
      let label = labels[String(name.dropLast(".swift".count))]
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.file = CellNames.file(label)
    diagnostic.line -= Self.prologueLines
    return diagnostic
  }

  private static let prologueLines = 2
}
