extension ValueReader {
  /// The layout of a value whose type says nothing about its text.
  mutating func reflected(_ value: Any) -> Layout {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct: return fields(typeName(mirror.subjectType), mirror.children)
    case .tuple: return fields("", mirror.children)
    case .enum: return enumeration(value, mirror)
    case .class, .foreignReference: return .leaf(typeName(mirror.subjectType))
    case .collection, .set, .dictionary, .optional: return elements(mirror.children)
    case nil: return opaque(value, mirror.subjectType)
    @unknown default: return opaque(value, mirror.subjectType)
    }
  }

  private mutating func fields(_ name: String, _ children: Mirror.Children) -> Layout {
    let (whole, _) = TextLimits.elements(depth: depth)
    var items: [Layout] = []
    for child in children.prefix(whole) {
      let value = inner(child.value)
      items.append(child.label.flatMap(fieldName).map { .labelled($0, value) } ?? value)
    }
    if children.count > whole { items.append(.leaf("… \(children.count - whole) more")) }
    return .group(open: name + "(", items: items, close: ")")
  }

  /// A stored property's name; none for the places of a tuple, `.0` and so on.
  private func fieldName(_ label: String) -> String? {
    if label.hasPrefix(".") { return nil }
    let lazy = "$__lazy_storage_$_"
    return label.hasPrefix(lazy) ? String(label.dropFirst(lazy.count)) : label
  }

  private mutating func enumeration(_ value: Any, _ mirror: Mirror) -> Layout {
    let type = typeName(mirror.subjectType).prefix { $0 != "<" }
    guard let payload = mirror.children.first, let name = payload.label else {
      return .leaf("\(type).\(value)")
    }
    let inside = Mirror(reflecting: payload.value)
    if inside.displayStyle == .tuple { return fields("\(type).\(name)", inside.children) }
    return .group(open: "\(type).\(name)(", items: [inner(payload.value)], close: ")")
  }

  private mutating func elements(_ children: Mirror.Children) -> Layout {
    collection(children.lazy.map(\.value), count: children.count)
  }

  private func opaque(_ value: Any, _ type: Any.Type) -> Layout {
    // A function prints as `(Function)`; its type says more.
    .leaf(withoutModuleNames("\(value)" == "(Function)" ? typeName(type) : "\(value)"))
  }
}
