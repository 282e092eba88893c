/// The axis of a contiguous array along which a softmax runs: `[outer, count, inner]`.
public struct SoftmaxShape: Equatable, Sendable {
  /// Product of the axes before.
  public var outer: Int
  /// Length of the axis.
  public var count: Int
  /// Product of the axes after, which is the step from one element of the axis to the next.
  public var inner: Int

  /// Gathers the sizes.
  public init(outer: Int, count: Int, inner: Int) {
    self.outer = outer
    self.count = count
    self.inner = inner
  }

  /// The axis `dim` of an array of the given shape; a scalar is an axis of one element.
  public init(_ shape: [Int], dim: Int) {
    self.init(
      outer: shape.prefix(dim).reduce(1, *), count: shape.isEmpty ? 1 : shape[dim],
      inner: shape.dropFirst(dim + 1).reduce(1, *))
  }

  /// Number of runs of `count` elements, each normalised by itself.
  public var runs: Int { outer * inner }

  /// Place of the first element of a run.
  @inline(__always)
  public func start(of run: Int) -> Int { run / inner * count * inner + run % inner }
}
