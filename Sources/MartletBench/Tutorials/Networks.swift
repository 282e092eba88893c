import Martlet

/// The fully connected network of the FashionMNIST tutorials.
final class DNN: Module {
  let fc1 = Linear(784, 256)
  let fc2 = Linear(256, 128)
  let fc3 = Linear(128, 10)

  override func forward(_ x: Tensor) -> Tensor {
    fc3(F.relu(fc2(F.relu(fc1(x.view(-1, 784))))))
  }
}

/// The LeNet-5 of the MNIST tutorial.
final class LeNet: Module {
  let convnet = Sequential(
    Conv2d(1, 6, kernelSize: 5, padding: 2), ReLU(), MaxPool2d(2),
    Conv2d(6, 16, kernelSize: 5), ReLU(), MaxPool2d(2),
    Conv2d(16, 120, kernelSize: 5), ReLU())
  let fc = Sequential(Linear(120, 84), ReLU(), Linear(84, 10), LogSoftmax(dim: -1))

  override func forward(_ x: Tensor) -> Tensor { fc(convnet(x).view(x.size(0), -1)) }
}

/// The convolutional network of the FashionMNIST tutorial.
final class FashionCNN: Module {
  let layer1 = Sequential(
    Conv2d(1, 32, kernelSize: 3, padding: 1), BatchNorm2d(32), ReLU(), MaxPool2d(2, 2))
  let layer2 = Sequential(Conv2d(32, 64, kernelSize: 3), BatchNorm2d(64), ReLU(), MaxPool2d(2))
  let fc1 = Linear(2304, 600)
  let drop = Dropout(p: 0.25)
  let fc2 = Linear(600, 120)
  let fc3 = Linear(120, 10)

  override func forward(_ x: Tensor) -> Tensor {
    fc3(fc2(drop(fc1(layer2(layer1(x)).flatten(1)))))
  }
}

/// The block model of the MNIST tutorial.
final class MnistCNN: Module {
  let b1 = MnistCNN.block(1, 32)
  let b2 = MnistCNN.block(32, 64)
  let b3 = MnistCNN.block(64, 128, padding: 1)
  let classifier = Sequential(
    Flatten(), Linear(2048, 256), ReLU(), Dropout(p: 0.3), Linear(256, 10))

  override func forward(_ x: Tensor) -> Tensor { classifier(b3(b2(b1(x)))) }

  fileprivate static func block(_ inChannels: Int, _ outChannels: Int, padding: Int = 0)
    -> Sequential
  {
    Sequential(
      Conv2d(inChannels, outChannels, kernelSize: 3, padding: .same), BatchNorm2d(outChannels),
      ReLU(), Dropout(p: 0.3), MaxPool2d(2, 2, padding: padding))
  }
}
