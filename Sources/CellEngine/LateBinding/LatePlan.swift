import SwiftSyntax

/// How a cell takes the place of what earlier cells declared, and can be replaced itself.
struct LatePlan {
  /// How much of an earlier declaration is kept alive.
  enum Mode {
    /// Types and variables of earlier cells are kept where they can be.
    case keeping
    /// Types and variables are new; functions still replace older ones.
    case renewing
  }

  /// Text that goes into the cell's own lines.
  var insertions: [(text: String, offset: Int)] = []
  /// What is taken out of them, with all that was inserted there.
  var dropped: [Range<Int>] = []
  /// Declarations behind the cell's own text.
  var appendix: [String] = []
  /// Slots of functions that are replaced once the cell is loaded.
  var replaced: [Int] = []
  /// Types whose declaration is an older cell's.
  var keptTypes: Set<String> = []
  /// Variables whose storage is an older cell's.
  var reboundVariables: Set<String> = []
  /// Types that are declared anew although their values look the same: those made before can still
  /// be given the new functions.
  var succeeded: Set<String> = []
  /// Whether older members have got a new text.
  var keepsMembers = false
  /// Whether variables of earlier cells get values of new ones.
  var copiesValues = false
  /// Whether anything is left to an older declaration.
  var keeps: Bool {
    keepsMembers || copiesValues || !keptTypes.isEmpty || !reboundVariables.isEmpty
  }
  /// What the user should know.
  var notices: [String] = []
  /// What is declared once the cell is compiled.
  var bindings: LateBindings
  let module: String
  let label: Int

  /// Plans a cell.
  ///
  /// - Parameter module: the name of its module.
  init(
    _ items: CodeBlockItemListSyntax, behind bindings: LateBindings, mode: Mode, module: String,
    label: Int
  ) {
    self.bindings = bindings
    self.module = module
    self.label = label
    let declarations = items.compactMap { $0.item.as(DeclSyntax.self) }
    declare(declarations.compactMap(TypeDeclaration.init), mode: mode)
    for case let stated? in declarations.map(conformances) {
      dropped += stated.repeated(in: self.bindings, stated: bindings.conformances)
      self.bindings.state(stated)
    }
    for declaration in declarations {
      if let group = declaration.as(ExtensionDeclSyntax.self) {
        extend(group, mode: mode)
      } else {
        for part in LateDeclarationReader().read(declaration) {
          // A dynamic function can only be replaced where it stands.
          if part.target == nil || !replace(part, mode: mode) { add(part) }
        }
      }
    }
    let variables = declarations.compactMap { $0.as(VariableDeclSyntax.self) }
    if !variables.isEmpty {
      let mentions = NameMentions(in: items)
      for variable in variables { declare(variable, mode: mode, mentions: mentions) }
    }
    // What `guard let` declares is no variable that can be given a value anew.
    for item in items {
      if let guarded = item.item.as(GuardStmtSyntax.self) {
        self.bindings.forget(variables: GuardedNames(guarded).names)
      }
    }
  }

  private func conformances(of declaration: DeclSyntax) -> StatedConformances? {
    declaration.as(ExtensionDeclSyntax.self).flatMap(StatedConformances.init)
  }

  private mutating func extend(_ group: ExtensionDeclSyntax, mode: Mode) {
    let condition = group.genericWhereClause.line
    let header =
      "extension \(group.extendedType.trimmedDescription)"
      + (condition.isEmpty ? "" : " \(condition)")
    derive(for: group)
    nest(group, header: header)
    initialize(group, header: header)
    let reader = LateDeclarationReader(header: header, knowsMutation: false)
    for part in group.memberBlock.members.flatMap({ reader.read($0.decl) }) {
      // The older member stays: a protocol's requirement may be met by it.
      if !replace(part, mode: mode) { add(part) }
    }
  }

  /// Leaves out types that the extension has given before.
  ///
  /// A newer one in an extension does not shadow an older one: each mention could mean both.
  private mutating func nest(_ group: ExtensionDeclSyntax, header: String) {
    for member in group.memberBlock.members {
      guard let type = TypeDeclaration(member.decl) else { continue }
      let key = bindings.resolved(group.extendedType.words + [header, type.name])
        .joined(separator: " ")
      let text = bindings.resolved(member.decl.words).joined(separator: " ")
      if bindings.nestedTypes[key] == text {
        dropped += member.decl.bytesWithSemicolon
      } else {
        bindings.nest(text, key: key)
      }
    }
  }

  /// Writes what the compiler would derive if the type stood in this cell.
  private mutating func derive(for group: ExtensionDeclSyntax) {
    let name = group.extendedType.trimmedDescription
    guard var record = bindings.types[name], var shape = record.shape else { return }
    let brace = group.memberBlock.leftBrace
    if record.module != module, brace.presence == .present {
      var given = shape
      given.provide(group, conformances: false)
      let derived = DerivedMembers(given, wanted: group.inheritedNames).text
      if !derived.isEmpty { insertions.append((derived, brace.bytes.upperBound)) }
    }
    shape.provide(group)
    record.shape = shape
    bindings.set(record, for: name)
  }

  /// Lets an older declaration stand and gives it a new text, where that can be.
  private mutating func replace(_ part: LateDeclaration, mode: Mode) -> Bool {
    guard mode == .keeping, let old = bindings.functions[key(part)], old.canStay(for: part) else {
      return false
    }
    update(old, with: part)
    return true
  }

  /// Makes a function replaceable, and lets it replace an older one.
  private mutating func add(_ part: LateDeclaration) {
    guard let function = open(part) else { return }
    let key = key(part)
    var record = LateBindings.MemberRecord(slot: function.slot, part)
    if part.target == nil, let old = bindings.functions[key] {
      record.older = old.older + [old.slot]
      replace(record.older, by: function)
    }
    var name: String?
    if part.shape.header.isEmpty, case .function(let text) = part.use { name = text }
    bindings.set(record, forFunction: key, name: name)
    if let target = part.target, part.shape.header.isEmpty {
      bindings.setStanding(key, name: name ?? target)
    }
  }

  /// Has older functions call a new one: the last, the one two before, four before ...
  ///
  /// So a call of any of them comes to the newest in a few steps, however often it was declared.
  private mutating func replace(_ older: [Int], by function: LateFunction) {
    var distance = 1
    while distance <= older.count {
      let slot = older[older.count - distance]
      appendix.append(function.replacementText(of: slot))
      replaced.append(slot)
      distance *= 2
    }
  }

  /// Puts in what makes a function replaceable; `nil` when the table of replaced ones is full.
  mutating func open(_ part: LateDeclaration) -> LateFunction? {
    guard let slot = bindings.newSlot() else { return nil }
    let function = LateFunction(slot: slot, shape: part.shape, use: part.use)
    if part.target != nil {
      if let word = part.introducer { insertions.append(("dynamic ", word.bytes.lowerBound)) }
      return function
    }
    insertions.append((function.guardText + " ", part.bodyStart))
    if let place = part.returnPlace { insertions.append(("return ", place)) }
    appendix.append(function.twinText)
    return function
  }
}
