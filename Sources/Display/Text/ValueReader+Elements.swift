extension ValueReader {
  /// A collection with two ends: what is long loses its middle.
  mutating func row<C: RandomAccessCollection>(_ values: C) -> Layout {
    let areRows = C.Element.self is any ReadableContainer.Type
    let (whole, end) = TextLimits.elements(depth: depth, areRows: areRows)
    if values.count <= whole { return collection(values, count: values.count) }
    var items: [Layout] = values.prefix(end).map { inner($0) }
    items.append(.leaf("… \(values.count - 2 * end) more …"))
    if leavesLeft > 0 { items += values.suffix(end).map { inner($0) } }
    return .group(open: "[", items: items, close: "]")
  }

  /// A collection without an order of its own: what is long loses its end.
  mutating func collection<S: Sequence>(_ values: S, count: Int) -> Layout {
    list(values, count: count) { reader, value in reader.inner(value) }
  }

  /// The keys and values of a dictionary.
  mutating func pairs<S: Sequence, K, V>(_ values: S, count: Int) -> Layout
  where S.Element == (key: K, value: V) {
    list(values, count: count) { reader, pair in
      // A key is short enough to stand on one line; the value may break.
      let key = reader.inner(pair.key).rendered(width: .max)
      return .labelled(key, reader.inner(pair.value))
    }
  }

  private mutating func list<S: Sequence>(
    _ values: S, count: Int, _ item: (inout ValueReader, S.Element) -> Layout
  ) -> Layout {
    let (whole, end) = TextLimits.elements(depth: depth)
    let shown = count <= whole ? count : 2 * end
    var items: [Layout] = []
    for value in values.prefix(shown) {
      if leavesLeft <= 0 { break }
      items.append(item(&self, value))
    }
    if items.count < count { items.append(.leaf("… \(count - items.count) more")) }
    return .group(open: "[", items: items, close: "]")
  }
}
