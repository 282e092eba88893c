import Tensors

/// A data set that may know how to make a whole batch at once.
protocol BatchAssembling {
  /// Makes the batch of some indices; nil when its items have to be made one by one.
  var batchAssembler: BatchAssembler? { get }
}

/// How a batch is made of the indices of its items.
struct BatchAssembler {
  /// Whether two batches of the same indices may differ.
  let drawsRandomNumbers: Bool
  /// Pictures and labels of some indices.
  let assemble: ([Int]) -> (Tensor, Tensor)
}
