import Martlet

/// A network of the tutorials and how it is trained there.
struct Tutorial {
  let name: String
  let makeModel: () -> Module
  let isFashion: Bool
  let batchSize: Int
  let makeOptimizer: ([Parameter]) -> Optimizer
  let loss: (Tensor, Tensor) -> Tensor
  let normalizes: Bool

  /// Products of a forward pass, and those of the first layer alone.
  let products: (all: Int, first: Int)

  /// Operations of a step for each image: a multiplication and an addition for every product of
  /// the forward pass, of the gradients of the weights and, but for the first layer, of the inputs.
  var operationsPerImage: Double { Double(2 * (3 * products.all - products.first)) }

  static var all: [Tutorial] {
    [
      Tutorial(
        name: "dnn", makeModel: DNN.init, isFashion: true, batchSize: 64,
        makeOptimizer: { SGD($0, lr: 0.01) }, loss: { F.crossEntropy($0, $1) }, normalizes: false,
        products: (234_752, 200_704)),
      Tutorial(
        name: "lenet", makeModel: LeNet.init, isFashion: false, batchSize: 64,
        makeOptimizer: { SGD($0, lr: 0.01, momentum: 0.5) }, loss: { F.nllLoss($0, $1) },
        normalizes: true, products: (416_520, 117_600)),
      Tutorial(
        name: "fashioncnn", makeModel: FashionCNN.init, isFashion: true, batchSize: 100,
        makeOptimizer: { Adam($0, lr: 1e-3) }, loss: { F.crossEntropy($0, $1) }, normalizes: false,
        products: (4_335_600, 225_792)),
      Tutorial(
        name: "mnistcnn", makeModel: MnistCNN.init, isFashion: false, batchSize: 256,
        makeOptimizer: { Adam($0, lr: 1e-3) }, loss: { F.crossEntropy($0, $1) }, normalizes: false,
        products: (7_977_984, 225_792)),
    ]
  }

  /// What each picture goes through.
  var transform: Compose {
    Compose(
      normalizes ? [ToTensor(), Normalize(mean: [0.1307], std: [0.3081])] : [ToTensor()])
  }

  /// One half of the data set.
  func dataset(root: String, train: Bool) throws -> MNIST {
    try isFashion
      ? FashionMNIST(root: root, train: train, transform: transform)
      : MNIST(root: root, train: train, transform: transform)
  }
}
