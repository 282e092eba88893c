import Tensors

/// The indices of a data set in random order: what `shuffle: true` means.
///
///     manualSeed(0)
///     Array(RandomSampler(5))                       // [1, 3, 4, 2, 0]
///     RandomSampler(5, replacement: true, numSamples: 100)
///
/// For the same seed the order is PyTorch's. Random numbers are drawn when PyTorch draws them, so
/// that what is drawn afterwards agrees too: a seed with the first index, from the shared
/// generator; everything from a generator that was given.
/// Source: `RandomSampler.__iter__` in torch/utils/data/sampler.py, PyTorch 2.15.
public struct RandomSampler: Sampler {
  /// Indices of an epoch.
  public let count: Int
  /// Whether an index may be drawn again before all have been.
  public let replacement: Bool

  private let itemCount: Int
  private let generator: Tensors.Generator?

  /// - Parameters:
  ///   - itemCount: Number of items.
  ///   - replacement: Draws each index from all of them.
  ///   - numSamples: Indices of an epoch, by default as many as there are items.
  ///   - generator: Where the order comes from; by default the one that `manualSeed` sets.
  public init(
    _ itemCount: Int, replacement: Bool = false, numSamples: Int? = nil,
    generator: Tensors.Generator? = nil
  ) {
    let count = numSamples ?? itemCount
    guard itemCount >= 0, count >= 0, itemCount > 0 || count == 0 else {
      misuse("\(count) indices of \(itemCount) items", in: "RandomSampler")
    }
    self.itemCount = itemCount
    self.count = count
    self.replacement = replacement
    self.generator = generator
  }

  /// Starts an epoch with an order of its own.
  public func makeIterator() -> AnyIterator<Int> {
    var source: Tensors.Generator?
    var block: [Int] = []
    var place = 0
    var left = count
    var isExhausted = false
    return AnyIterator {
      while place == block.count {
        if isExhausted { return nil }
        let generator = source ?? start()
        source = generator
        let wanted = Swift.min(left, replacement ? Self.drawnAtOnce : itemCount)
        block = draw(wanted, generator)
        place = 0
        // PyTorch draws once more where the last block was a full one, and takes nothing of it.
        isExhausted = wanted < (replacement ? Self.drawnAtOnce : itemCount) || itemCount == 0
        left -= wanted
      }
      defer { place += 1 }
      return block[place]
    }
  }

  /// PyTorch asks for so many numbers at a time.
  private static let drawnAtOnce = 32

  /// A generator that was given draws by itself; the shared one only lends a seed.
  private func start() -> Tensors.Generator {
    generator ?? Tensors.Generator(seed: Tensors.Generator.shared.randomSeed())
  }

  private func draw(_ wanted: Int, _ generator: Tensors.Generator) -> [Int] {
    if replacement {
      return Tensor.randint(0, itemCount, [wanted], generator: generator).scalars(as: Int.self)
    }
    let order = Tensor.randperm(itemCount, generator: generator).scalars(as: Int.self)
    return wanted == itemCount ? order : Array(order[..<wanted])
  }
}
