import SwiftSyntax

extension LatePlan {
  mutating func declare(_ types: [TypeDeclaration], mode: Mode) {
    let kept = mode == .keeping ? unchanged(types) : []
    let older = bindings.types
    for type in types where !kept.contains(type.name) {
      let record = LateBindings.TypeRecord(
        identity: bindings.newIdentity(), module: module, label: label, kind: type.kind, fixed: [],
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
        openInitials(of: type, &record)
        if var old = older[type.name], inherits(type, from: old) {
          record.elders = old.elders
          old.elders = []
          record.elders.insert(old, at: 0)
          succeeded.insert(type.name)
        }
      }
      bindings.set(record, for: type.name)
      StatedConformances(type.syntax, named: type.name).map { bindings.state($0) }
    }
  }

  /// Finds out what becomes of values of an older type: whether they can get the new functions.
  private mutating func inherits(
    _ type: TypeDeclaration, from old: LateBindings.TypeRecord
  ) -> Bool {
    if type.kind != old.kind {
      if type.head != nil, old.hasValues {
        notices.append(
          "\(type.name) was \(old.kind.withArticle) and is \(type.kind.withArticle) now: values made "
            + "before keep the old type, \(type.name) (cell \(old.label)).")
      }
      return false
    }
    if type.stored == old.stored { return type.head != nil && !old.members.isEmpty }
    let what = type.kind == "enum" ? "cases" : "stored properties"
    notices.append(
      "The \(what) of \(type.name) changed: values made before keep the old type, "
        + "\(type.name) (cell \(old.label)).")
    return false
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
          || (record.initials == nil) != type.initials.values.isEmpty
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
    replaceInitials(of: type, &record)
    let isSame = type.members.allSatisfy { record.members[key($0)]?.text == $0.text }
    guard !isSame, let head = type.head else {
      dropped += type.syntax.bytesWithSemicolon
      return
    }
    if !record.elders.isEmpty { succeeded.insert(type.name) }
    extend(type.name, instead: head, of: type)
    for part in type.members {
      guard let old = record.members[key(part)] else {
        add(part, to: &record)
        continue
      }
      record.members[key(part)] = update(old, with: part)
    }
  }

  /// Lets a later cell change the first values of a type's properties.
  private mutating func openInitials(
    of type: TypeDeclaration, _ record: inout LateBindings.TypeRecord
  ) {
    guard !type.initials.values.isEmpty, let slot = bindings.newSlot() else { return }
    insertions += type.initials.insertions(slot: slot)
    appendix.append(InitialValues.twin(slot: slot))
    record.initials = (slot, type.initials.texts)
  }

  /// Gives a type that stays what it is other first values.
  private mutating func replaceInitials(
    of type: TypeDeclaration, _ record: inout LateBindings.TypeRecord
  ) {
    guard let (old, texts) = record.initials, texts != type.initials.texts,
      let slot = bindings.newSlot()
    else { return }
    keepsMembers = true
    appendix.append(type.initials.replacement(of: old, by: slot, in: type.name))
    replaced.append(old)
    record.initials?.texts = type.initials.texts
    record.shape?.renew(type.syntax)
  }

  func key(_ part: LateDeclaration, newer: [String: Int] = [:]) -> String {
    bindings.resolved(part.words, newer: newer).joined(separator: " ")
  }

  mutating func extend(_ name: String, instead head: Range<Int>, of type: TypeDeclaration) {
    dropped.append(head)
    insertions.append(("extension \(name) ", head.lowerBound))
    for member in type.fixedMembers { dropped += member.bytesWithSemicolon }
  }

  /// Puts a member's text in the place of an older one's, unless it is the same.
  @discardableResult
  mutating func update(
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
}

extension LateBindings.TypeRecord {
  /// Whether there can be values of it: it is no protocol and no alias.
  fileprivate var hasValues: Bool { ["struct", "class", "enum", "actor"].contains(kind) }
}

extension String {
  /// `a struct`, `an enum`.
  fileprivate var withArticle: String {
    (first.map("aeiou".contains) == true ? "an " : "a ") + self
  }
}
