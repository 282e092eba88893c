// The names begin with `__`, so that no cell uses one of its own.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Where the pieces of a stride over plain integers begin and end.
@frozen @usableFromInline
struct StrideCutter {
  @usableFromInline var start: Int
  @usableFromInline let end: Int
  @usableFromInline let step: Int
  /// How far a piece goes; zero for a stride of so few numbers that it is not cut.
  @usableFromInline let span: Int
  @usableFromInline var isDone = false

  @inlinable @inline(__always)
  init(_ start: Int, _ end: Int, _ step: Int) {
    (self.start, self.end, self.step) = (start, end, step)
    let (span, overflow) = step.multipliedReportingOverflow(by: 4096)
    self.span = overflow ? 0 : span
  }

  /// Where the next piece begins, and where the one behind it does; no end for the last one.
  @inlinable @inline(__always)
  mutating func next() -> (first: Int, end: Int?)? {
    if isDone { return nil }
    let first = start
    let (far, overflow) = first.addingReportingOverflow(span)
    isDone = overflow || span == 0 || (step > 0 ? far >= end : far <= end)
    start = far
    return (first, isDone ? nil : far)
  }
}

/// The numbers of a stride that leaves out its end, in pieces.
@frozen
public struct __StrideToPieces: Sequence, IteratorProtocol {
  @usableFromInline var cutter: StrideCutter

  @inlinable @inline(__always) init(_ cutter: StrideCutter) { self.cutter = cutter }

  /// The next piece.
  @inlinable @inline(__always)
  public mutating func next() -> StrideTo<Int>? {
    guard let (first, end) = cutter.next() else { return nil }
    return stride(from: first, to: end ?? cutter.end, by: cutter.step)
  }
}

/// The numbers of a stride that may reach its end, in pieces.
@frozen
public struct __StrideThroughPieces: Sequence, IteratorProtocol {
  @usableFromInline var cutter: StrideCutter

  @inlinable @inline(__always) init(_ cutter: StrideCutter) { self.cutter = cutter }

  /// The next piece.
  @inlinable @inline(__always)
  public mutating func next() -> StrideThrough<Int>? {
    guard let (first, end) = cutter.next() else { return nil }
    return stride(
      from: first, through: end.map { $0 &- cutter.step } ?? cutter.end, by: cutter.step)
  }
}

/// A stride over plain integers in pieces.
@inlinable @inline(__always)
public func __pieces(from start: Int, to end: Int, by step: Int) -> __StrideToPieces {
  .init(StrideCutter(start, end, step))
}

/// A stride over plain integers in pieces.
@inlinable @inline(__always)
public func __pieces(from start: Int, through end: Int, by step: Int) -> __StrideThroughPieces {
  .init(StrideCutter(start, end, step))
}

/// Any other stride, as it is.
@inlinable @inline(__always)
public func __pieces<Element: Strideable>(
  from start: Element, to end: Element, by step: Element.Stride
) -> CollectionOfOne<StrideTo<Element>> {
  .init(stride(from: start, to: end, by: step))
}

/// Any other stride, as it is.
@inlinable @inline(__always)
public func __pieces<Element: Strideable>(
  from start: Element, through end: Element, by step: Element.Stride
) -> CollectionOfOne<StrideThrough<Element>> {
  .init(stride(from: start, through: end, by: step))
}

/// No safe point: a piece of a stride is short.
@inlinable @inline(__always)
public func __pollEach(_ piece: StrideTo<Int>) {}

/// No safe point: a piece of a stride is short.
@inlinable @inline(__always)
public func __pollEach(_ piece: StrideThrough<Int>) {}
