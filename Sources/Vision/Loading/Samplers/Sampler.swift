/// The order in which a `DataLoader` takes the items of a data set: a sequence of indices, which
/// may be another one for each epoch.
///
///     struct EverySecond: Sampler {
///       let count = 50
///       func makeIterator() -> AnyIterator<Int> {
///         AnyIterator(stride(from: 0, to: 100, by: 2).makeIterator())
///       }
///     }
///     let loader = DataLoader(train, batchSize: 10, sampler: EverySecond())
public protocol Sampler: Sequence where Iterator == AnyIterator<Int> {
  /// Indices of an epoch. (PyTorch: `len(sampler)`.)
  var count: Int { get }

  /// Starts an epoch.
  func makeIterator() -> AnyIterator<Int>
}

/// The indices in order.
///
///     Array(SequentialSampler(3))   // [0, 1, 2]
public struct SequentialSampler: Sampler {
  /// Number of items.
  public let count: Int

  /// Goes through so many items.
  public init(_ count: Int) { self.count = count }

  /// Starts at 0.
  public func makeIterator() -> AnyIterator<Int> { AnyIterator((0..<count).makeIterator()) }
}
