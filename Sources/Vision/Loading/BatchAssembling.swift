import Tensors

/// A data set that may know how to make a whole batch at once.
protocol BatchAssembling {
  /// Makes the batch of some indices; nil when its items have to be made one by one.
  var batchAssembler: (([Int]) -> (Tensor, Tensor))? { get }
}
