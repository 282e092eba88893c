import Tensors

/// Indices drawn by weight: an index of twice the weight is drawn twice as often.
///
///     // As many items of the rare class as of the others, on average.
///     let weights = labels.map { $0 == rare ? 10.0 : 1.0 }
///     let loader = DataLoader(
///       train, batchSize: 64, sampler: WeightedRandomSampler(weights, numSamples: train.count))
///
/// For the same seed the indices are those that PyTorch draws.
/// Source: `multinomial` in aten/src/ATen/native/Distributions.cpp, PyTorch 2.15.
public struct WeightedRandomSampler: Sampler {
  /// The weight of each index; they need not add up to 1.
  public let weights: [Double]
  /// Indices of an epoch.
  public let count: Int
  /// Whether an index may be drawn more than once.
  public let replacement: Bool
  private let generator: Tensors.Generator?

  /// - Parameters:
  ///   - weights: A number for each index, none negative, not all 0.
  ///   - numSamples: Indices of an epoch.
  ///   - replacement: Draws each index from all of them.
  ///   - generator: Where they come from; by default the one that `manualSeed` sets.
  ///
  /// Stops the cell at other weights, and when more indices are to be drawn without replacement
  /// than have a weight above 0.
  public init(
    _ weights: [Double], numSamples: Int, replacement: Bool = true,
    generator: Tensors.Generator? = nil
  ) {
    guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }), weights.contains(where: { $0 > 0 }),
      numSamples > 0
    else {
      misuse(
        "\(numSamples) indices are to be drawn of \(weights.count) weights",
        in: "WeightedRandomSampler",
        hint: "weights are finite, none is negative and one at least is above 0")
    }
    let possible = weights.count { $0 > 0 }
    guard replacement || numSamples <= possible else {
      misuse(
        "\(numSamples) indices are to be drawn without replacement, and \(possible) have a weight",
        in: "WeightedRandomSampler", hint: "draw fewer, or with replacement: true")
    }
    self.weights = weights
    count = numSamples
    self.replacement = replacement
    self.generator = generator
  }

  /// Starts an epoch with indices of its own.
  public func makeIterator() -> AnyIterator<Int> {
    var drawn: [Int]?
    var place = 0
    return AnyIterator {
      let known = drawn ?? (replacement && count > 1 ? drawnWithReplacement() : drawnOnceEach())
      drawn = known
      guard place < known.count else { return nil }
      defer { place += 1 }
      return known[place]
    }
  }

  /// The first index whose running sum reaches a random number.
  private func drawnWithReplacement() -> [Int] {
    var sums: [Double] = []
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    let whole = sums[sums.count - 1]
    sums = sums.map { $0 / whole }
    let source = generator ?? .shared
    return (0..<count).map { _ in
      let level: Double = source.withState { $0.uniform() }
      var (low, high) = (0, sums.count)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] < level { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The indices of the smallest waiting times, when each index comes at the rate of its weight
  /// (Efraimidis and Spirakis 2006).
  private func drawnOnceEach() -> [Int] {
    let levels = Tensor.rand([weights.count], dtype: .float64, generator: generator ?? .shared)
    let times = (1 - levels).log().scalars
    let keys = weights.indices.map { weights[$0] > 0 ? -times[$0] / weights[$0] : .infinity }
    return Array(weights.indices.sorted { keys[$0] < keys[$1] }.prefix(count))
  }
}
