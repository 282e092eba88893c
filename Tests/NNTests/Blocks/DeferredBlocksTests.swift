import Glibc
import Kernels
import NN
import Tensors
import TestSupport
import Testing

/// Networks over batches that are computed block by block when somebody asks, with a last block of
/// two images.
private func compareNetworks() {
  let generator = Generator(seed: 8)
  func random(_ shape: Int...) -> Tensor { Tensor.randn(shape, generator: generator) }
  let tensors = [
    random(130, 2, 14, 11), random(16, 2, 3, 3), random(16), random(16), random(16),
    random(20, 16, 3, 3) * 0.1, random(20), random(7, 20, 5, 5) * 0.1, random(8, 2, 5, 5) * 0.2,
  ]
  func expectSame(_ name: String, _ body: ([Tensor]) -> Tensor) {
    let (fast, plain) = noGrad {
      (body(tensors).scalars, body(tensors.map { $0.to(.float64) }).scalars)
    }
    let scale = plain.reduce(1) { max($0, abs($1)) }
    let worst = zip(fast, plain).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
    #expect(fast.count == plain.count && worst < 1e-4, "\(name): \(worst)")
  }
  func normalized(_ h: Tensor, _ t: [Tensor], training: Bool) -> Tensor {
    F.batchNorm(
      h, runningMean: Tensor.ones([16], dtype: h.dtype),
      runningVar: Tensor.ones([16], dtype: h.dtype),
      weight: t[3], bias: t[4], training: training)
  }
  for training in [false, true] {
    expectSame("three convolutions, training \(training)") {
      let h = normalized(F.conv2d($0[0], $0[1], bias: $0[2], padding: 1), $0, training: training)
      let pooled = F.maxPool2d(F.relu(h), kernelSize: 2, padding: 1)
      let second = F.relu(F.conv2d(pooled, $0[5], bias: $0[6], padding: 1))
      return F.conv2d(second, $0[7], padding: 2).flatten(1)
    }
  }
  expectSame("a direct convolution and a wide one") {
    let h = F.maxPool2d(F.relu(F.conv2d($0[0], $0[8], padding: 2)), kernelSize: 2)
    return F.conv2d(h, Tensor.ones([9, 8, 5, 5], dtype: h.dtype), padding: 1)
  }
  expectSame("values used more than once") {
    let h = F.relu(F.conv2d($0[0], $0[1], padding: 1))
    let (left, right) = (F.conv2d(h, $0[5], padding: 1), F.conv2d(h, $0[5], padding: 0))
    let (pooled, places) = F.maxPool2dWithIndices(left, kernelSize: (2, 2))
    return left.sum(dim: 1).flatten(1).sum(dim: 1) + right.flatten(1).sum(dim: 1)
      + pooled.flatten(1).sum(dim: 1) + places.to(h.dtype).flatten(1).sum(dim: 1) * 0.01
      + h.flatten(1).sum(dim: 1) + F.avgPool2d(left, kernelSize: 3).flatten(1).sum(dim: 1)
  }
}

/// Prints the bits of what a network makes of some blocks.
private func printScores() {
  manualSeed(6)
  let model = Sequential(
    Conv2d(1, 8, kernelSize: 3, padding: 1), BatchNorm2d(8), ReLU(), MaxPool2d(2),
    Conv2d(8, 16, kernelSize: 3, padding: 1), BatchNorm2d(16), ReLU(), MaxPool2d(2),
    Conv2d(16, 12, kernelSize: 3), ReLU(), Flatten(), Linear(108, 10))
  model.eval()
  noGrad {
    let scores = model(Tensor.randn(200, 1, 20, 20)).scalars(as: Float.self)
    print("bits", scores.map(\.bitPattern))
  }
}

@Suite(.ownGenerator) struct DeferredBlocksTests {
  /// What is computed block by block is what the plain loops compute, with this processor's best.
  @Test func best() { compareNetworks() }

  /// The same with the loops for AVX2, where the processor has it.
  @Test func avx2() async {
    await #expect(processExitsWith: .success) {
      setenv("MARTLET_ISA", "avx2", 1)
      compareNetworks()
    }
  }

  /// The same with the loops that every processor can run.
  @Test func base() async {
    await #expect(processExitsWith: .success) {
      setenv("MARTLET_ISA", "base", 1)
      precondition(InstructionSet.chosen == .base)
      compareNetworks()
    }
  }

  /// Scores have the same bits with one and with three threads.
  @Test func threadsDoNotChangeScores() async {
    let one = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "1", 1)
      printScores()
    }
    let three = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "3", 1)
      printScores()
    }
    let bits = String(decoding: one?.standardOutputContent ?? [], as: UTF8.self)
    #expect(bits.contains("bits"))
    #expect(bits == String(decoding: three?.standardOutputContent ?? [], as: UTF8.self))
  }

  /// Nobody sees that a convolution waits: images, weights and statistics may change meanwhile, and
  /// so may its own result.
  @Test func changesMeanwhile() {
    let (x, w, b) = (Tensor.randn(130, 3, 9, 9), Tensor.randn(16, 3, 3, 3), Tensor.randn(16))
    let second = Tensor.randn(16, 16, 3, 3)
    let (mean, variance) = (Tensor.zeros(16), Tensor.ones(16))
    func result(_ change: Bool) -> [Double] {
      noGrad {
        let parts = [x, w, b, second, mean, variance].map { $0.clone() }
        let h = F.conv2d(parts[0], parts[1], bias: parts[2], padding: 1)
        let y = F.conv2d(
          F.relu(F.batchNorm(h, runningMean: parts[4], runningVar: parts[5])), parts[3])
        if change {
          for part in parts + [h] { part.fill(7) }
        }
        return y.scalars
      }
    }
    #expect(result(true) == result(false))
  }
}
