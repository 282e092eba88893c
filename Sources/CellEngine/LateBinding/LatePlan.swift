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
  private(set) var insertions: [(text: String, offset: Int)] = []
  /// What is taken out of them, with all that was inserted there.
  private(set) var dropped: [Range<Int>] = []
  /// Declarations behind the cell's own text.
  private(set) var appendix: [String] = []
  /// Slots of functions that are replaced once the cell is loaded.
  private(set) var replaced: [Int] = []
  /// Types whose declaration is an older cell's.
  private(set) var keptTypes: Set<String> = []
  /// Variables whose storage is an older cell's.
  private(set) var reboundVariables: Set<String> = []
  /// Types that are declared anew although their values look the same: those made before can still
  /// be given the new functions.
  private(set) var succeeded: Set<String> = []
  /// Whether older members have got a new text.
  private var keepsMembers = false
  /// Whether anything is left to an older declaration.
  var keeps: Bool { keepsMembers || !keptTypes.isEmpty || !reboundVariables.isEmpty }
  /// What the user should know.
  private(set) var notices: [String] = []
  /// What is declared once the cell is compiled.
  private(set) var bindings: LateBindings
  private let module: String
  private let label: Int

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

  // MARK: Functions

  private mutating func extend(_ group: ExtensionDeclSyntax, mode: Mode) {
    let condition = group.genericWhereClause.line
    let header =
      "extension \(group.extendedType.trimmedDescription)"
      + (condition.isEmpty ? "" : " \(condition)")
    derive(for: group)
    let reader = LateDeclarationReader(header: header, knowsMutation: false)
    for part in group.memberBlock.members.flatMap({ reader.read($0.decl) }) {
      // The older member stays: a protocol's requirement may be met by it.
      if !replace(part, mode: mode) { add(part) }
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
    if part.target == nil, let old = bindings.functions[key] {
      appendix.append(function.replacementText(of: old.slot))
      replaced.append(old.slot)
    }
    var name: String?
    if part.shape.header.isEmpty, case .function(let text) = part.use { name = text }
    bindings.set(.init(slot: function.slot, part), forFunction: key, name: name)
    if let target = part.target, part.shape.header.isEmpty {
      bindings.setStanding(key, name: name ?? target)
    }
  }

  /// Puts in what makes a function replaceable; `nil` when the table of replaced ones is full.
  private mutating func open(_ part: LateDeclaration) -> LateFunction? {
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

  // MARK: Types

  private mutating func declare(_ types: [TypeDeclaration], mode: Mode) {
    let kept = mode == .keeping ? unchanged(types) : []
    let older = bindings.types
    for type in types where !kept.contains(type.name) {
      let record = LateBindings.TypeRecord(
        identity: bindings.newIdentity(), module: module, label: label, fixed: [],
        stored: type.stored, members: [:], shape: TypeShape(type.syntax))
      bindings.set(record, for: type.name)
    }
    for type in types {
      guard var record = bindings.types[type.name] else { continue }
      record.fixed = bindings.resolved(type.fixed)
      if kept.contains(type.name) {
        keep(type, &record)
        keptTypes.insert(type.name)
      } else {
        for part in type.members { add(part, to: &record) }
        if let old = older[type.name] { compare(type, with: old) }
      }
      bindings.set(record, for: type.name)
    }
  }

  /// Finds out what becomes of values of an older type.
  private mutating func compare(_ type: TypeDeclaration, with old: LateBindings.TypeRecord) {
    if type.stored == old.stored {
      if type.head != nil, !old.members.isEmpty { succeeded.insert(type.name) }
      return
    }
    let what = type.syntax.is(EnumDeclSyntax.self) ? "cases" : "stored properties"
    notices.append(
      "The \(what) of \(type.name) changed: values made before keep the old type, "
        + "\(type.name) (cell \(old.label)).")
  }

  /// Types that are what they were, but for the bodies of their functions.
  private func unchanged(_ types: [TypeDeclaration]) -> Set<String> {
    var result = Set(types.map(\.name).filter { bindings.types[$0] != nil })
    // A type that mentions one that is new is new itself.
    while true {
      let newer = Dictionary(
        types.filter { !result.contains($0.name) }.map { ($0.name, -1) }, uniquingKeysWith: { $1 })
      let changed = types.filter { type in
        guard result.contains(type.name), let record = bindings.types[type.name] else {
          return false
        }
        return bindings.resolved(type.fixed, newer: newer) != record.fixed
          || !holds(type.members, all: record.members, newer: newer)
      }
      if changed.isEmpty { return result }
      result.subtract(changed.map(\.name))
    }
  }

  /// Whether every older member is there, and what is new can stand in an extension.
  private func holds(
    _ parts: [LateDeclaration], all old: [String: LateBindings.MemberRecord], newer: [String: Int]
  ) -> Bool {
    var missing = old
    for part in parts {
      let key = key(part, newer: newer)
      if let record = missing.removeValue(forKey: key) {
        if !record.canStay(for: part) { return false }
      } else if part.overrides {
        return false
      }
    }
    return missing.isEmpty
  }

  private mutating func add(_ part: LateDeclaration, to record: inout LateBindings.TypeRecord) {
    guard let function = open(part) else { return }
    let member = LateBindings.MemberRecord(slot: function.slot, part)
    bindings.set(member, forFunction: key(part))
    record.members[key(part)] = member
  }

  /// Turns a type's declaration into an extension of the type that is there, in which functions
  /// whose text has changed replace those of old.
  private mutating func keep(_ type: TypeDeclaration, _ record: inout LateBindings.TypeRecord) {
    let isSame = type.members.allSatisfy { record.members[key($0)]?.text == $0.text }
    guard !isSame, let head = type.head else {
      dropped += type.syntax.bytesWithSemicolon
      return
    }
    extend(type.name, instead: head, of: type)
    for part in type.members {
      guard let old = record.members[key(part)] else {
        add(part, to: &record)
        continue
      }
      record.members[key(part)] = update(old, with: part)
    }
  }

  private func key(_ part: LateDeclaration, newer: [String: Int] = [:]) -> String {
    bindings.resolved(part.words, newer: newer).joined(separator: " ")
  }

  private mutating func extend(_ name: String, instead head: Range<Int>, of type: TypeDeclaration) {
    dropped.append(head)
    insertions.append(("extension \(name) ", head.lowerBound))
    for member in type.fixedMembers { dropped += member.bytesWithSemicolon }
  }

  /// Puts a member's text in the place of an older one's, unless it is the same.
  @discardableResult
  private mutating func update(
    _ old: LateBindings.MemberRecord, with part: LateDeclaration
  ) -> LateBindings.MemberRecord {
    keepsMembers = true
    var record = old
    if old.text == part.text {
      dropped += part.ownBytes
    } else if let slot = bindings.newSlot() {
      let rewriting = part.replacement(of: old.slot, by: slot)
      insertions += rewriting.insertions
      dropped += rewriting.dropped
      replaced.append(old.slot)
      record.text = part.text
    }
    bindings.set(record, forFunction: key(part))
    return record
  }

  // MARK: Values of older types

  /// Plans a module that gives the values of older types the functions of the new ones.
  ///
  /// In it, a type's name means the older type, and nothing else of the cell is left.
  ///
  /// - Parameter bindings: those before the cell.
  init(
    _ items: CodeBlockItemListSyntax, handingOn names: Set<String>, behind bindings: LateBindings
  ) {
    self.bindings = bindings
    module = ""
    label = 0
    for item in items {
      guard let type = item.item.as(DeclSyntax.self).flatMap(TypeDeclaration.init),
        names.contains(type.name), let head = type.head, let record = bindings.types[type.name]
      else {
        // What stands right behind an item was inserted for it.
        dropped.append(item.bytes.lowerBound..<item.bytes.upperBound + 1)
        continue
      }
      appendix.append("typealias \(type.name) = \(record.module).\(type.name)")
      extend("\(record.module).\(type.name)", instead: head, of: type)
      for part in type.members {
        guard let old = record.members[key(part)] else {
          // A function that is new is there for the others to call.
          if part.overrides { dropped += part.ownBytes }
          continue
        }
        if old.canStay(for: part) { update(old, with: part) } else { dropped += part.ownBytes }
      }
    }
  }

  // MARK: Variables

  private mutating func declare(
    _ variable: VariableDeclSyntax, mode: Mode, mentions: NameMentions
  ) {
    let rebinding = VariableRebinding(variable, mentions: mentions)
    let types = Set(bindings.resolved(variable.words).filter { $0.contains("#") })
    if mode == .keeping, let rebinding,
      rebinding.names.allSatisfy({ canRebind($0, rebinding, mentioning: types) })
    {
      let modules = Dictionary(
        uniqueKeysWithValues: rebinding.names.map { ($0, bindings.variables[$0]!.module) })
      insertions += rebinding.insertions(modules: modules)
      dropped += rebinding.dropped
      reboundVariables.formUnion(rebinding.names)
      for name in rebinding.names {
        var record = bindings.variables[name]!
        record.label = label
        bindings.set(record, for: name)
      }
      return
    }
    let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
    for name in variable.boundNames {
      // Only what could be rebound itself is worth remembering.
      if rebinding == nil {
        bindings.forget(variables: [name])
      } else {
        bindings.set(
          .init(module: module, isConstant: isConstant, types: types, label: label), for: name)
      }
    }
  }

  private func canRebind(
    _ name: String, _ rebinding: VariableRebinding, mentioning types: Set<String>
  ) -> Bool {
    guard let old = bindings.variables[name], old.isConstant == rebinding.isConstant,
      old.module != module
    else { return false }
    // A type of the same name that is another one: the compiler need not be asked.
    let names = Dictionary(
      old.types.map { ($0.prefix { $0 != "#" }, $0) }, uniquingKeysWith: { $1 })
    return types.allSatisfy { type in
      names[type.prefix { $0 != "#" }].map { $0 == type } ?? true
    }
  }
}
