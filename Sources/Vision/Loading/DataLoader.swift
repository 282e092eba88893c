import Tensors

/// Batches of data and targets: `for (data, target) in loader`.
///
///     let loader = DataLoader(train, batchSize: 64, shuffle: true)
///     for (i, (data, target)) in loader.enumerated() { ... }
///     print(loader.count, loader.dataset.count)  // 938 60000
///
/// `data` is `[64, 1, 28, 28]` for MNIST, `target` `[64]`; the last batch is smaller unless
/// `dropLast` is set. Pictures are stacked whatever their element type is.
public typealias DataLoader = BatchLoader<(Tensor, Tensor)>

extension BatchLoader where Batch == (Tensor, Tensor) {
  /// Batches of a data set with whole-number labels: tensors are stacked, labels become `int64`.
  ///
  /// For the parameters see
  /// `init(_:batchSize:shuffle:sampler:numWorkers:dropLast:generator:collate:)`.
  public convenience init(
    _ dataset: some Dataset<(Tensor, Int)>, batchSize: Int = 1, shuffle: Bool = false,
    sampler: (any Sampler)? = nil, numWorkers: Int = 0, dropLast: Bool = false,
    generator: Generator? = nil
  ) {
    if let assembler = (dataset as? any BatchAssembling)?.batchAssembler {
      // A worker would cost more than it takes off: a batch is made in a few microseconds. Only
      // random numbers must be those that the workers would have drawn.
      self.init(
        dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, numWorkers: numWorkers,
        dropLast: dropLast, generator: generator, isInstant: !assembler.drawsRandomNumbers,
        assemble: assembler.assemble)
    } else {
      self.init(
        dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, numWorkers: numWorkers,
        dropLast: dropLast, generator: generator
      ) { items in
        (stack(items.map(\.0)), Tensor(items.map(\.1)))
      }
    }
  }

  /// Batches of a data set whose labels are fractions, which become `float32`. (PyTorch makes
  /// Python's numbers `float64`, which no layer takes.)
  public convenience init(
    _ dataset: some Dataset<(Tensor, Double)>, batchSize: Int = 1, shuffle: Bool = false,
    sampler: (any Sampler)? = nil, numWorkers: Int = 0, dropLast: Bool = false,
    generator: Generator? = nil
  ) {
    self.init(
      dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, numWorkers: numWorkers,
      dropLast: dropLast, generator: generator
    ) { items in
      (stack(items.map(\.0)), Tensor(items.map(\.1)))
    }
  }

  /// Batches of a data set whose items are two tensors each: both are stacked.
  public convenience init(
    _ dataset: some Dataset<(Tensor, Tensor)>, batchSize: Int = 1, shuffle: Bool = false,
    sampler: (any Sampler)? = nil, numWorkers: Int = 0, dropLast: Bool = false,
    generator: Generator? = nil
  ) {
    self.init(
      dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, numWorkers: numWorkers,
      dropLast: dropLast, generator: generator
    ) { items in
      (stack(items.map(\.0)), stack(items.map(\.1)))
    }
  }
}

extension BatchLoader where Batch == Tensor {
  /// Batches of a data set of tensors, which are stacked.
  public convenience init(
    _ dataset: some Dataset<Tensor>, batchSize: Int = 1, shuffle: Bool = false,
    sampler: (any Sampler)? = nil, numWorkers: Int = 0, dropLast: Bool = false,
    generator: Generator? = nil
  ) {
    self.init(
      dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, numWorkers: numWorkers,
      dropLast: dropLast, generator: generator, collate: { stack($0) })
  }
}
