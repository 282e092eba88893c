import Tensors

/// Which items each batch of one epoch holds.
///
/// Random numbers are drawn when PyTorch draws them, so that everything drawn afterwards agrees
/// too: one number at the start of an epoch (the seed of worker processes, drawn even when there
/// are none), and the order's own seed with the first batch.
/// Source: `_BaseDataLoaderIter.__init__` in torch/utils/data/dataloader.py and
/// `RandomSampler.__iter__` in torch/utils/data/sampler.py, PyTorch 2.15.
struct EpochPlan {
  private let itemCount: Int
  private let batchSize: Int
  private let batchCount: Int
  private let shuffle: Bool
  private let generator: Generator?
  private var order: [Int]?
  private var batch = 0
  private var isExhausted = false

  init(itemCount: Int, batchSize: Int, batchCount: Int, shuffle: Bool, generator: Generator?) {
    self.itemCount = itemCount
    self.batchSize = batchSize
    self.batchCount = batchCount
    self.shuffle = shuffle
    self.generator = generator
    _ = (generator ?? .shared).randomSeed()
  }

  /// The indices of the next batch; nil when the epoch is over.
  mutating func next() -> [Int]? {
    guard batch < batchCount else {
      exhaust()
      return nil
    }
    let range = batch * batchSize..<min((batch + 1) * batchSize, itemCount)
    batch += 1
    guard shuffle else { return Array(range) }
    let order = self.order ?? makeOrder()
    self.order = order
    if range.count < batchSize { exhaust() }
    return Array(order[range])
  }

  /// PyTorch's sampler draws one more order when its items run out, of which it takes nothing; a
  /// generator that was given has moved on then.
  private mutating func exhaust() {
    if shuffle, !isExhausted, let generator {
      _ = Tensor.randperm(itemCount, generator: generator)
    }
    isExhausted = true
  }

  /// A generator that was given shuffles by itself; the shared one only lends a seed.
  private func makeOrder() -> [Int] {
    let source = generator ?? Generator(seed: Generator.shared.randomSeed())
    return Tensor.randperm(itemCount, generator: source).scalars(as: Int.self)
  }
}
