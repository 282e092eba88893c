// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// The numbers of a range in pieces.
///
/// A safe point in the body of an innermost loop keeps the compiler from making vector code of it.
/// So the engine turns `for i in 0..<n { ... }` into two loops, with the safe point in the outer
/// one.
public struct __RangeChunks<Bound: FixedWidthInteger>: Sequence, IteratorProtocol
where Bound.Stride: SignedInteger {
  @usableFromInline var start: Bound
  @usableFromInline let end: Bound

  @inlinable init(_ range: Range<Bound>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// The next piece.
  @inlinable public mutating func next() -> Range<Bound>? {
    if start >= end { return nil }
    // As many as there are, or a full piece; their difference may not fit in `Bound`.
    let (distance, overflow) = end.subtractingReportingOverflow(start)
    let stop =
      overflow || distance > chunkSize(Bound.self) ? start &+ chunkSize(Bound.self) : end
    defer { start = stop }
    return start..<stop
  }
}

/// The numbers of a closed range in pieces; the last number may be the type's largest.
public struct __ClosedRangeChunks<Bound: FixedWidthInteger>: Sequence, IteratorProtocol
where Bound.Stride: SignedInteger {
  @usableFromInline var start: Bound
  @usableFromInline let last: Bound
  @usableFromInline var isDone = false

  @inlinable init(_ range: ClosedRange<Bound>) {
    start = range.lowerBound
    last = range.upperBound
  }

  /// The next piece.
  @inlinable public mutating func next() -> ClosedRange<Bound>? {
    if isDone { return nil }
    let (distance, overflow) = last.subtractingReportingOverflow(start)
    if !overflow && distance < chunkSize(Bound.self) {
      isDone = true
      return start...last
    }
    let stop = start &+ (chunkSize(Bound.self) - 1)
    defer { start = stop &+ 1 }
    return start...stop
  }
}

/// A range in pieces.
@inlinable @inline(__always)
public func __chunks<Bound>(_ range: Range<Bound>) -> __RangeChunks<Bound> { .init(range) }

/// A closed range in pieces.
@inlinable @inline(__always)
public func __chunks<Bound>(_ range: ClosedRange<Bound>) -> __ClosedRangeChunks<Bound> {
  .init(range)
}

/// The pieces of a range of plain integers.
///
/// Most loops go over one, and a cell compiles in half the time when nothing is generic in it.
public struct __IntChunks: Sequence, IteratorProtocol {
  @usableFromInline var start: Int
  @usableFromInline let end: Int

  @inlinable @inline(__always) init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// The next piece.
  @inlinable @inline(__always) public mutating func next() -> Range<Int>? {
    if start >= end { return nil }
    let first = start
    // From a minimum the compiler sees that the piece ends where the range does or before, and
    // drops checks of array bounds. Where the range ends near the largest number, where the sum may
    // not fit, there is none: whoever writes `0..<Int.max` has no array of that size.
    start =
      end <= Int.max - 4096
      ? Swift.min(first &+ 4096, end) : first > Int.max - 8192 ? end : first &+ 4096
    return first..<start
  }
}

/// A range of plain integers in pieces.
@inlinable @inline(__always)
public func __chunks(_ range: Range<Int>) -> __IntChunks { .init(range) }

/// Short enough to be left within a millisecond, long enough to cost nothing.
@inlinable @inline(__always)
func chunkSize<Bound: FixedWidthInteger>(_: Bound.Type) -> Bound { Bound(clamping: 4096) }
