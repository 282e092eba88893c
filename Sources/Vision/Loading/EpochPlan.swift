import Tensors

/// Which items each batch of one epoch holds.
///
/// Random numbers are drawn when PyTorch draws them, so that everything drawn afterwards agrees
/// too: one number at the start of an epoch, from which workers take their seeds and which is drawn
/// even when there are none, and whatever the sampler draws with its indices.
/// Source: `_BaseDataLoaderIter.__init__` in torch/utils/data/dataloader.py and
/// `BatchSampler.__iter__` in torch/utils/data/sampler.py, PyTorch 2.15.
struct EpochPlan {
  /// The seed of worker 0; worker 1 has the next, and so on.
  let seed: Int
  private let batchSize: Int
  private let dropLast: Bool
  private let indices: AnyIterator<Int>
  private var isExhausted = false

  init(_ sampler: any Sampler, batchSize: Int, dropLast: Bool, generator: Generator?) {
    self.batchSize = batchSize
    self.dropLast = dropLast
    seed = (generator ?? .shared).randomSeed()
    indices = sampler.makeIterator()
  }

  /// The indices of the next batch; nil when the epoch is over.
  mutating func next() -> [Int]? {
    var batch: [Int] = []
    batch.reserveCapacity(batchSize)
    while !isExhausted, batch.count < batchSize {
      if let index = indices.next() { batch.append(index) } else { isExhausted = true }
    }
    return batch.isEmpty || (dropLast && batch.count < batchSize) ? nil : batch
  }
}
