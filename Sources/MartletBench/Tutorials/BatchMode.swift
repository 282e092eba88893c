import Martlet

/// Where batches come from.
enum BatchMode: String {
  /// The whole set prepared once and held as one tensor.
  case tensor
  /// The data set, transforms and loader, as the tutorials write it.
  case loader
}

/// The batches of one epoch after the other, in random order.
struct BatchSource {
  private let loader: DataLoader?
  private let images: Tensor
  private let labels: Tensor
  private let batchSize: Int

  init(_ dataset: MNIST, transform: Compose, batchSize: Int, mode: BatchMode) {
    loader = mode == .loader ? DataLoader(dataset, batchSize: batchSize, shuffle: true) : nil
    // The transform takes one picture; all of them below each other make a tall one.
    let count = dataset.count
    images = transform(dataset.data.view(-1, 28)).view(count, 1, 28, 28)
    labels = dataset.targets
    self.batchSize = batchSize
  }

  /// The first images of the set, prepared.
  func firstImages(_ count: Int) -> Tensor { images[0..<count].clone() }

  /// Calls `body` with each batch of an epoch until it returns false.
  func forEachBatch(_ body: (Tensor, Tensor) -> Bool) {
    if let loader {
      for (images, labels) in loader where !body(images, labels) { return }
      return
    }
    for chosen in Tensor.randperm(labels.count).split(batchSize) {
      if !body(images[chosen], labels[chosen]) { return }
    }
  }
}
