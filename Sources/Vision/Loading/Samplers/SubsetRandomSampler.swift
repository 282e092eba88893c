import Tensors

/// Given indices in random order.
///
///     manualSeed(0)
///     Array(SubsetRandomSampler([10, 20, 30]))   // [30, 10, 20]
///
/// For the same seed the order is PyTorch's.
public struct SubsetRandomSampler: Sampler {
  /// What is shuffled.
  public let indices: [Int]
  private let generator: Tensors.Generator?

  /// - Parameter generator: Where the order comes from; by default the one that `manualSeed` sets.
  public init(_ indices: [Int], generator: Tensors.Generator? = nil) {
    self.indices = indices
    self.generator = generator
  }

  /// Number of indices.
  public var count: Int { indices.count }

  /// Starts an epoch with an order of its own.
  public func makeIterator() -> AnyIterator<Int> {
    var order: [Int]?
    var place = 0
    return AnyIterator {
      let known =
        order
        ?? Tensor.randperm(indices.count, generator: generator ?? .shared).scalars(as: Int.self)
      order = known
      guard place < known.count else { return nil }
      defer { place += 1 }
      return indices[known[place]]
    }
  }
}
