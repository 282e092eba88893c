// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// The elements of an array in pieces.
///
/// A safe point in the body of a loop over an array would keep the compiler from making vector code
/// of it. So the engine turns `for x in values { ... }` into two loops, as it does with ranges. What
/// a name stands for is not known before the compiler has read it: the overloads here decide.
public struct __ArrayPieces<Element>: Sequence, IteratorProtocol {
  @usableFromInline let elements: ArraySlice<Element>
  @usableFromInline var start: Int

  @inlinable init(_ elements: ArraySlice<Element>) {
    self.elements = elements
    start = elements.startIndex
  }

  /// The next piece.
  @inlinable @inline(__always)
  public mutating func next() -> ArraySlice<Element>? {
    let end = elements.endIndex
    if start >= end { return nil }
    let stop = Swift.min(end, start &+ 4096)
    defer { start = stop }
    return elements[start..<stop]
  }
}

/// An array in pieces.
@inlinable @inline(__always)
public func __pieces<Element>(_ elements: [Element]) -> __ArrayPieces<Element> {
  .init(elements[...])
}

/// An array's slice in pieces.
@inlinable @inline(__always)
public func __pieces<Element>(_ elements: ArraySlice<Element>) -> __ArrayPieces<Element> {
  .init(elements)
}

/// Any other sequence, as it is.
@inlinable @inline(__always)
public func __pieces<Elements: Sequence>(_ elements: Elements) -> CollectionOfOne<Elements> {
  .init(elements)
}

/// A sequence whose type is not known.
@inlinable @inline(__always)
public func __pieces<Element>(
  _ elements: any Sequence<Element>
) -> CollectionOfOne<any Sequence<Element>> { .init(elements) }

/// No safe point: a piece of an array is short.
@inlinable @inline(__always)
public func __pollEach<Element>(_ piece: ArraySlice<Element>) {}

/// A safe point in each round, since nobody knows how many there are.
@inlinable @inline(__always)
public func __pollEach<Elements: Sequence>(_ piece: Elements) { __poll() }
