import Tensors

/// A data set cut into batches, in order or shuffled: the general form of `DataLoader`.
///
/// Each loop over it is one epoch and, with `shuffle`, has an order of its own. For the same
/// `manualSeed` the orders are PyTorch's.
public final class BatchLoader<Batch>: Sequence, CustomStringConvertible {
  /// What the batches are made of.
  public let dataset: any Dataset
  /// Items of a batch.
  public let batchSize: Int
  /// Whether each epoch goes through the items in a random order.
  public let shuffle: Bool
  /// The order in which the items are taken.
  public let sampler: any Sampler
  /// How many threads make batches ahead; none when it is 0.
  public let numWorkers: Int
  /// Whether a last batch that is not full is left out.
  public let dropLast: Bool

  private let generator: Generator?
  private let isInstant: Bool
  private let assemble: ([Int]) -> Batch

  /// Batches made by a function from items to a batch.
  ///
  ///     BatchLoader(words, batchSize: 8) { items in items.joined(separator: " ") }
  ///
  /// - Parameters:
  ///   - dataset: Items by index.
  ///   - batchSize: Items of a batch, at least 1.
  ///   - shuffle: A new random order for each epoch.
  ///   - sampler: An order of one's own, in place of `shuffle`.
  ///   - numWorkers: With 1 or more, so many threads make batches ahead, two each. Their order
  ///     stays the same. Each thread has random numbers of its own, which depend on the seed alone,
  ///     as PyTorch's worker processes have.
  ///   - dropLast: Leaves out a last batch that is not full.
  ///   - generator: Where the order comes from; by default the one that `manualSeed` sets.
  ///   - collate: Makes a batch of its items.
  public convenience init<Item>(
    _ dataset: some Dataset<Item>, batchSize: Int = 1, shuffle: Bool = false,
    sampler: (any Sampler)? = nil, numWorkers: Int = 0, dropLast: Bool = false,
    generator: Generator? = nil, collate: @escaping ([Item]) -> Batch
  ) {
    self.init(
      dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, numWorkers: numWorkers,
      dropLast: dropLast, generator: generator, isInstant: false
    ) { indices in
      collate(indices.map { dataset[$0] })
    }
  }

  init(
    _ dataset: any Dataset, batchSize: Int, shuffle: Bool, sampler: (any Sampler)?,
    numWorkers: Int, dropLast: Bool, generator: Generator?, isInstant: Bool,
    assemble: @escaping ([Int]) -> Batch
  ) {
    guard batchSize > 0, numWorkers >= 0 else {
      misuse(
        "batchSize is \(batchSize) and numWorkers \(numWorkers)", in: "DataLoader",
        hint: "a batch has at least one item, and no number of workers is negative")
    }
    guard !shuffle || sampler == nil else {
      misuse(
        "shuffle: true and a sampler ask for two orders", in: "DataLoader",
        hint: "leave one of them out")
    }
    self.dataset = dataset
    self.batchSize = batchSize
    self.shuffle = shuffle
    self.sampler =
      sampler
      ?? (shuffle
        ? RandomSampler(dataset.count, generator: generator) : SequentialSampler(dataset.count))
    self.numWorkers = numWorkers
    self.dropLast = dropLast
    self.generator = generator
    self.isInstant = isInstant
    self.assemble = assemble
  }

  /// Number of batches. (PyTorch: `len(loader)`.)
  public var count: Int {
    dropLast ? sampler.count / batchSize : (sampler.count + batchSize - 1) / batchSize
  }

  /// The number of batches, by which `progress` knows how far a loop is.
  public var underestimatedCount: Int { count }

  /// What is cut into what: `DataLoader(60000 items, 938 batches of 64, shuffled)`.
  public var description: String {
    let order = shuffle ? ", shuffled" : ""
    return "DataLoader(\(sampler.count) items, \(count) batches of \(batchSize)\(order))"
  }

  /// Starts an epoch.
  public func makeIterator() -> BatchIterator<Batch> {
    let plan = EpochPlan(
      sampler, batchSize: batchSize, dropLast: dropLast, generator: generator)
    return BatchIterator(plan, workers: isInstant ? 0 : numWorkers, assemble)
  }
}
