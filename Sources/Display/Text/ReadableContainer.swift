/// The containers of the standard library, whose elements are read one by one.
protocol ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout
}

/// An optional, whatever it wraps.
protocol OptionalValue {}

extension Optional: ReadableContainer, OptionalValue {
  func layout(_ reader: inout ValueReader) -> Layout {
    guard let value = self else { return .leaf("nil") }
    return .group(open: "Optional(", items: [reader.inner(value)], close: ")")
  }
}

extension Array: ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout { reader.row(self) }
}

extension ArraySlice: ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout { reader.row(self) }
}

extension ContiguousArray: ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout { reader.row(self) }
}

extension Set: ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout {
    if count > TextLimits.elements(depth: 0).whole {
      return reader.collection(self, count: count)
    }
    return reader.collection(inOrder(self) { $0 }, count: count)
  }
}

extension Dictionary: ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout {
    if isEmpty { return .leaf("[:]") }
    if count > TextLimits.elements(depth: 0).whole { return reader.pairs(self, count: count) }
    return reader.pairs(inOrder(self) { $0.key }, count: count)
  }
}

extension KeyValuePairs: ReadableContainer {
  func layout(_ reader: inout ValueReader) -> Layout {
    isEmpty ? .leaf("[:]") : reader.pairs(self, count: count)
  }
}

/// Elements sorted by a key that can be compared, else as they come.
///
/// Sets and dictionaries have another order in each run; a notebook's output should not.
private func inOrder<Element, Key>(
  _ elements: some Collection<Element>, by key: (Element) -> Key
) -> [Element] {
  func sorted<C: Comparable>(_: C.Type) -> [Element]? {
    let keyed = elements.compactMap { element in
      (key(element) as? C).map { (key: $0, element: element) }
    }
    return keyed.count == elements.count ? keyed.sorted { $0.key < $1.key }.map(\.element) : nil
  }
  guard let type = Key.self as? any Comparable.Type else { return Array(elements) }
  return sorted(type) ?? Array(elements)
}
