import Glibc
import NN
import Tensors
import Testing

/// Blocks of memory that a step of training asks for, and their bytes, in the middle of training.
private func demand(
  _ model: Module, _ optimizer: Optimizer, _ images: Tensor
) -> (count: Int, bytes: Int) {
  let labels = Tensor.zeros([images.size(0)], dtype: .int64)
  func step() {
    optimizer.zeroGrad()
    F.crossEntropy(model(images), labels).backward()
    optimizer.step()
  }
  for _ in 0..<3 { step() }
  let before = Allocator.requests
  step()
  let after = Allocator.requests
  return (after.count - before.count, after.bytes - before.bytes)
}

/// What a step of training may ask the allocator for.
///
/// Each test has a process of its own, where no other test's requests are counted. A number that
/// grows tells of a pass over memory that was not there before.
@Suite struct AllocationTests {
  /// LeNet-5, batch 64, with one thread: another needs buffers of its own when its first piece
  /// comes, which may be late.
  @Test func leNet() async {
    await #expect(processExitsWith: .success) {
      setenv("MARTLET_THREADS", "1", 1)
      let model = simple_CNN()
      let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)
      let used = demand(model, optimizer, Tensor.rand(64, 1, 28, 28))
      #expect(used.count <= 50, "\(used)")
      #expect(used.bytes <= 8_000_000, "\(used)")
    }
  }

  /// The block model: convolution, batch norm, ReLU, dropout, pooling; batch 64.
  @Test func blocks() async {
    await #expect(processExitsWith: .success) {
      func block(_ inputs: Int, _ outputs: Int, padding: Int = 0) -> Sequential {
        Sequential(
          Conv2d(inputs, outputs, kernelSize: 3, padding: .same), BatchNorm2d(outputs), ReLU(),
          Dropout(p: 0.3), MaxPool2d(2, 2, padding: padding))
      }
      let model = Sequential(
        block(1, 32), block(32, 64), block(64, 128, padding: 1), Flatten(), Linear(2048, 256),
        ReLU(), Dropout(p: 0.3), Linear(256, 10))
      let used = demand(model, Adam(model.parameters()), Tensor.rand(64, 1, 28, 28))
      // 85 to 108, since a thread that takes another's piece may need a buffer of its own.
      #expect(used.count <= 200, "\(used)")
      #expect(used.bytes <= 40_000_000, "\(used)")
    }
  }
}
