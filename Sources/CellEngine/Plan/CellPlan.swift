import SwiftParser
import SwiftSyntax

/// What is compiled for a cell, and how.
struct CellPlan {
  /// The user's text.
  let source: SourceLines
  /// What was inserted into it.
  private(set) var edits = SourceEdits()
  /// Modules the cell imports.
  private(set) var imports: [String] = []
  /// Those that later cells see as a whole.
  private(set) var exports: Set<String> = []
  /// What it declares beside them.
  private(set) var overlays: [String] = []
  /// Whether optimised code is worth a longer compile: whether something could run long.
  let optimization: Optimization
  /// Whether brackets are nested deeper than anyone can follow; then nothing else is known.
  let isTooDeep: Bool
  /// Whether there is nothing to run.
  let isEmpty: Bool
  /// Whether later cells can see something of it: it has more at its top level than what only runs.
  let declares: Bool
  /// What was put into the text, as far as there was a place for it.
  private(set) var instrumentation: Instrumentation
  /// Whether code at the top level awaits; such a cell must be instrumented.
  private(set) var awaits = false
  /// Names of variables and constants at the top level, with the byte before which each is set.
  private(set) var variables: [(name: String, end: Int)] = []
  /// Names of all functions at the top level.
  private(set) var functionNames: [String] = []
  /// Functions at the top level that later ones could be confused with.
  private(set) var functions: [FunctionSignature] = []
  /// Where the last expression stands when a semicolon says that its value is of no interest.
  private(set) var ignoredResult: Range<Int>?
  /// Names of types at the top level, those left out that are an older cell's.
  private(set) var types: Set<String> = []
  /// Operators and precedence groups.
  private(set) var operators = OperatorDeclarations()
  /// How the cell takes the place of what earlier ones declared.
  private(set) var late: LatePlan?

  /// Plans a cell.
  ///
  /// - Parameters:
  ///   - text: the cell, as typed.
  ///   - inserting: what is put into the text.
  ///   - earlier: what earlier cells have declared.
  ///   - late: plans how the cell takes the place of what earlier ones declared.
  init(
    _ text: String, inserting: Instrumentation = .all,
    behind earlier: LateBindings = LateBindings(),
    late: ((CodeBlockItemListSyntax) -> LatePlan)? = nil
  ) {
    instrumentation = inserting
    source = SourceLines(text)
    isTooDeep = Nesting.isTooDeep(text)
    let tree = Parser.parse(source: isTooDeep ? "" : text)
    let survey = CellSurvey(viewMode: .sourceAccurate)
    survey.walk(tree)
    optimization =
      survey.holdsRepetition ? (Self.changesLast(in: tree) ? .careful : .full) : .none
    // What is private to its file would be private to its cell, which nobody wants in a notebook;
    // and the optimiser takes such names away.
    for word in survey.privacy { edits.blank(word) }
    declares = !tree.statements.allSatisfy { Self.onlyRuns($0.item) }
    isEmpty = tree.statements.isEmpty && !tree.hasError && !isTooDeep
    var qualifiers: [(text: String, offset: Int)] = []
    for item in tree.statements {
      if let declaration = item.item.as(ImportDeclSyntax.self) {
        export(declaration, behind: earlier)
      } else if let declaration = item.item.as(VariableDeclSyntax.self) {
        let end = declaration.bytes.upperBound
        let names = NameCollector(viewMode: .sourceAccurate)
        for binding in declaration.bindings { names.walk(binding.pattern) }
        variables += names.names.map { ($0, end) }
        qualifiers += Self.qualifiers(declaration, names: names.names, earlier: earlier)
        qualifiers += Self.qualifiers(before: item, in: tree.statements, names.names, earlier)
      } else if let function = item.item.as(FunctionDeclSyntax.self) {
        functionNames.append(function.name.text)
        if let signature = FunctionSignature(function) { functions.append(signature) }
      } else if let type = item.item.asProtocol((any NamedDeclSyntax).self) {
        types.insert(type.name.text)
      }
    }
    stateOnce(tree.statements, behind: earlier)
    operators = OperatorDeclarations(tree.statements, behind: earlier)
    for range in operators.repeated { edits.blank(range) }
    if let last = tree.statements.last, last.semicolon != nil, last.item.is(ExprSyntax.self) {
      ignoredResult = last.item.bytes
    }
    if !inserting.contains(.basics) { overlays = [] }
    guard inserting.contains(.basics) else {
      for (text, offset) in qualifiers { edits.insert(text, at: offset) }
      return
    }
    if inserting.contains(.safePoints) {
      for (text, offset) in survey.loops.insertions { edits.insert(text, at: offset) }
      for word in survey.loops.blanks { edits.blank(word) }
    }
    // A last expression that awaits becomes `__show(__await { ... })`.
    let result = CellResult(
      of: tree.statements, readsConditions: inserting.contains(.conditionalResults))
    if !result.isConditional { instrumentation.remove(.conditionalResults) }
    let started = AsyncLetRewriter(tree.statements)
    for (text, offset) in started.suffixes { edits.insert(text, at: offset) }
    for (text, offset) in result.prefixes { edits.insert(text, at: offset) }
    var awaiting = AwaitRewriter()
    for item in tree.statements { awaiting.visit(item) }
    for (text, offset) in awaiting.insertions { edits.insert(text, at: offset) }
    for (text, offset) in result.suffixes { edits.insert(text, at: offset) }
    // Right before the names, behind all that begins at the same place.
    for (text, offset) in qualifiers { edits.insert(text, at: offset) }
    for item in tree.statements {
      if let statement = item.item.as(GuardStmtSyntax.self) {
        declare(GuardedNames(statement, behind: earlier), item)
      }
    }
    for (text, offset) in started.prefixes { edits.insert(text, at: offset) }
    for word in started.blanks { edits.blank(word) }
    if let end = tree.statements.last?.bytes.upperBound, !started.blanks.isEmpty {
      edits.insert(started.ending, at: end)
      variables.removeAll { started.names.contains($0.name) }
      variables += started.names.map { ($0, end) }
    }
    awaits = !awaiting.insertions.isEmpty || !started.blanks.isEmpty
    if let late, !tree.hasError { apply(late(tree.statements)) }
  }

  /// Leaves out conformances that an earlier cell has stated.
  private mutating func stateOnce(
    _ items: CodeBlockItemListSyntax, behind earlier: LateBindings
  ) {
    for item in items {
      // A type that this cell declares conforms to nothing yet; whether it is an older one after all
      // is seen later.
      guard let stated = item.item.as(ExtensionDeclSyntax.self).flatMap(StatedConformances.init),
        !stated.mentions(types)
      else { continue }
      for range in stated.repeated(in: earlier, stated: earlier.conformances) { edits.blank(range) }
    }
  }

  private static func changesLast(in tree: SourceFileSyntax) -> Bool {
    let changes = LastingChanges(viewMode: .sourceAccurate)
    changes.walk(tree)
    return changes.areThere
  }

  /// Whether an item of the top level declares nothing there.
  private static func onlyRuns(_ item: CodeBlockItemSyntax.Item) -> Bool {
    switch item {
    case .decl: false
    // `guard let` declares what it binds.
    case .stmt(let statement): !statement.is(GuardStmtSyntax.self)
    // Only the compiler knows what a macro becomes.
    case .expr(let expression): !expression.is(MacroExpansionExprSyntax.self)
    @unknown default: false
    }
  }

  /// `let lines = lines.sorted()` speaks of the variable that an earlier cell declared.
  ///
  /// To the compiler the name means the new variable everywhere, the value it begins with included.
  private static func qualifiers(
    _ declaration: VariableDeclSyntax, names: [String], earlier: LateBindings
  ) -> [(text: String, offset: Int)] {
    let modules = Dictionary(
      names.compactMap { name in earlier.module(ofValue: name).map { (name, $0) } },
      uniquingKeysWith: { $1 })
    var older = Set(modules.keys)
    return declaration.bindings.flatMap { binding -> [(text: String, offset: Int)] in
      let found = binding.initializer.map { FreeReferences(to: older, in: $0.value).found } ?? []
      // `let a = 1, b = a`: the second speaks of the first.
      older.subtract(binding.pattern.boundTokens.map(\.text))
      return found.map { ("\(modules[$0.text]!).", $0.bytes.lowerBound) }
    }
  }

  /// `print(rate); let rate = 2` speaks of the older one, too: the new one has no value yet.
  private static func qualifiers(
    before item: CodeBlockItemSyntax, in items: CodeBlockItemListSyntax, _ names: [String],
    _ earlier: LateBindings
  ) -> [(text: String, offset: Int)] {
    let modules = Dictionary(
      names.compactMap { name in earlier.module(ofValue: name).map { (name, $0) } },
      uniquingKeysWith: { $1 })
    if modules.isEmpty { return [] }
    return items.prefix { $0 != item }.flatMap { before -> [(text: String, offset: Int)] in
      // A function is called later.
      if before.item.is(DeclSyntax.self), !before.item.is(VariableDeclSyntax.self) { return [] }
      let own = OwnNames(viewMode: .sourceAccurate)
      own.walk(before)
      return FreeReferences(to: Set(modules.keys).subtracting(own.names), in: before).found
        .map { ("\(modules[$0.text]!).", $0.bytes.lowerBound) }
    }
  }

  private mutating func declare(_ guarded: GuardedNames, _ item: CodeBlockItemSyntax) {
    for (text, offset) in guarded.insertions { edits.insert(text, at: offset) }
    variables += guarded.names.map { ($0, item.bytes.upperBound) }
  }

  /// Without what all cells so far have declared, which only the newest cell need know.
  var withoutBindings: CellPlan {
    var plan = self
    plan.late?.bindings = LateBindings()
    return plan
  }

  private mutating func apply(_ late: LatePlan) {
    for range in late.dropped { edits.drop(range) }
    for (text, offset) in late.insertions { edits.insert(text, at: offset) }
    types.subtract(late.keptTypes)
    variables.removeAll { late.reboundVariables.contains($0.name) }
    self.late = late
  }

  /// The byte at a place that the compiler or a debugger names.
  func offset(line: Int, column: Int) -> Int? {
    guard let range = source.byteRange(ofLine: line) else { return nil }
    return range.lowerBound + edits.originalColumn(max(1, column), line: line, in: source) - 1
  }

  /// Whether a place lies in a last expression that a semicolon ends.
  func isIgnoredResult(line: Int, column: Int) -> Bool {
    guard let place = offset(line: line, column: column) else { return false }
    return ignoredResult?.contains(place) ?? false
  }

  /// Text to compile, after a prologue that ends with a line break.
  var instrumentedText: String { edits.applied(to: source.text) }

  /// Later cells see what this one imports.
  private mutating func export(_ declaration: ImportDeclSyntax, behind earlier: LateBindings) {
    guard let module = declaration.path.first?.name.text else { return }
    imports.append(module)
    let levels = declaration.modifiers.map(\.name.text)
    // `internal import` and its like mean what they say.
    let isShared = levels.allSatisfy { ["private", "fileprivate"].contains($0) }
    if declaration.attributes.isEmpty, isShared, declaration.isOfWholeModule {
      if earlier.exports.contains(module) {
        // It is seen already, behind what cells have declared since.
        for range in DeclSyntax(declaration).bytesWithSemicolon { edits.blank(range) }
        return
      }
      exports.insert(module)
    }
    if declaration.isOfWholeModule {
      for text in LibraryOverlay.declarations(for: module) where !overlays.contains(text) {
        overlays.append(text)
      }
    }
    let attributes = declaration.attributes.description
    if attributes.contains("_exported") || attributes.contains("testable") || !isShared { return }
    edits.insert("@_exported ", at: declaration.bytes.lowerBound)
  }
}

extension ImportDeclSyntax {
  /// Whether it is neither of a single declaration nor of a submodule.
  fileprivate var isOfWholeModule: Bool { importKindSpecifier == nil && path.count == 1 }
}

/// Collects the names that a pattern binds.
private final class NameCollector: SyntaxVisitor {
  var names: [String] = []

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    names.append(node.identifier.text)
    return .skipChildren
  }
}
