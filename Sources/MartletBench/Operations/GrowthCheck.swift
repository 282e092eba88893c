import NN
import Tensors

/// Whether training steps leave memory behind.
struct GrowthCheck {
  private let model = Sequential(Linear(16, 32), ReLU(), Linear(32, 4))
  private let input = Tensor.randn(8, 16, generator: Generator(seed: 0))
  private let labels = Tensor([0, 1, 2, 3, 3, 2, 1, 0])

  /// Bytes of tensors in use after some steps, less those after the first.
  func bytesMore(after steps: Int) -> Int {
    let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.9)
    func step() {
      optimizer.zeroGrad()
      F.crossEntropy(model(input), labels).backward()
      optimizer.step()
    }
    for _ in 0..<10 { step() }
    let before = Allocator.bytes.live
    for _ in 0..<steps { step() }
    return Allocator.bytes.live - before
  }
}
