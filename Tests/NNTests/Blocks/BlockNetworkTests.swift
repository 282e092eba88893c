import Glibc
import Kernels
import NN
import Tensors
import TestSupport
import Testing

/// Values and gradients of a function of some tensors, as flat lists.
private func results(
  _ tensors: [Tensor], _ body: ([Tensor]) -> Tensor
) -> [[Double]] {
  let leaves = tensors.map { tensor -> Tensor in
    let leaf = tensor.detach().clone()
    leaf.requiresGrad = true
    return leaf
  }
  let y = body(leaves)
  // A sum with other factors at each place.
  let factors = Tensor.arange(y.count).to(y.dtype).sin().view(y.shape)
  (y * factors).sum().backward()
  return [y.scalars] + leaves.map { $0.grad?.scalars ?? [] }
}

/// Compares what is computed in blocks with the plain loops in double precision.
private func expectSame(
  _ name: String, _ tensors: [Tensor], tolerance: Double = 1e-4, _ body: ([Tensor]) -> Tensor
) {
  let fast = results(tensors, body)
  let plain = results(tensors.map { $0.to(.float64) }, body)
  for (index, (a, b)) in zip(fast, plain).enumerated() {
    let scale = b.reduce(1) { max($0, abs($1)) }
    let worst = zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
    let title = index == 0 ? "value" : "gradient \(index - 1)"
    #expect(a.count == b.count && worst < tolerance, "\(title) of \(name): \(worst)")
  }
}

/// Every kind of layer that is computed in blocks, over shapes that reach every tail.
private func compareNetworks() {
  let generator = Generator(seed: 3)
  func random(_ shape: Int...) -> Tensor {
    Tensor.randn(shape, generator: generator)
  }
  for (batch, channels, outputs, height, width, kernel, padding, dilation) in [
    (8, 1, 1, 5, 5, 3, 0, 1), (16, 1, 6, 12, 12, 5, 2, 1), (17, 3, 7, 7, 9, 3, 1, 1),
    (37, 6, 16, 14, 14, 5, 0, 1), (33, 5, 10, 6, 11, 2, 1, 1), (16, 4, 5, 9, 8, 3, 2, 2),
    (64, 2, 9, 1, 4, 1, 0, 1),
    // Wide enough for Winograd's way, with last blocks of 4, 5, 11 and 16 images.
    (20, 16, 21, 14, 14, 3, 0, 1), (37, 17, 16, 7, 9, 3, 1, 1), (27, 24, 18, 10, 5, 3, 2, 1),
    (16, 20, 26, 64, 48, 3, 1, 1),
    // The same for windows of 5×5, with more than one band of tiles in the last.
    (20, 7, 13, 9, 11, 5, 2, 1), (27, 5, 10, 12, 10, 5, 0, 1), (24, 11, 17, 41, 13, 5, 1, 1),
    // Few images, which lie one after the other.
    (1, 5, 20, 14, 14, 3, 1, 1), (3, 4, 35, 6, 9, 3, 2, 1), (7, 1, 16, 28, 28, 5, 2, 1),
    // One input channel, for which nothing is kept.
    (21, 1, 5, 9, 29, 3, 1, 1), (16, 1, 4, 6, 5, 3, 0, 1),
  ] {
    let x = random(batch, channels, height, width)
    let (w, b) = (random(outputs, channels, kernel, kernel), random(outputs))
    expectSame("conv2d of \(x.shape) by \(w.shape)", [x, w, b]) {
      F.conv2d($0[0], $0[1], bias: $0[2], padding: padding, dilation: dilation)
    }
  }
  let x = random(21, 2, 9, 10)
  let (w, w2) = (random(6, 2, 3, 3) * 0.3, random(3, 6, 3, 3) * 0.3)
  expectSame(".same padding of an even kernel", [x, random(5, 2, 2, 4)]) {
    F.conv2d($0[0], $0[1], padding: .same)
  }
  expectSame("relu and pool", [x, w]) {
    F.maxPool2d(F.relu(F.conv2d($0[0], $0[1], padding: 1)), kernelSize: 2)
  }
  // One input channel, of which a few rows at a time are computed and pooled; with a second look at
  // the outputs, and with a normalisation that needs them all.
  let picture = random(21, 1, 13, 11)
  for (kernel, padding) in [(5, 2), (5, 0), (3, 1)] {
    let filters = [picture, random(6, 1, kernel, kernel), random(6)]
    expectSame("relu and pool of one channel by \(kernel), \(padding)", filters) {
      F.maxPool2d(F.relu(F.conv2d($0[0], $0[1], bias: $0[2], padding: padding)), kernelSize: 2)
    }
    expectSame("pool and sum of one channel by \(kernel), \(padding)", filters) {
      let h = F.conv2d($0[0].detach(), $0[1], bias: $0[2], padding: padding)
      return F.maxPool2d(h, kernelSize: 2).sum() + F.relu(h).sum()
    }
    expectSame("batch norm of one channel by \(kernel), \(padding)", filters + [random(6)]) {
      let type = $0[0].dtype
      let h = F.batchNorm(
        F.conv2d($0[0].detach(), $0[1], bias: $0[2], padding: padding),
        runningMean: Tensor.ones([6], dtype: type), runningVar: Tensor.ones([6], dtype: type),
        weight: $0[3], training: true)
      return F.maxPool2d(F.relu(h), kernelSize: 2)
    }
  }
  for (size, stride, padding, dilation) in [(2, 2, 1, 1), (3, 2, 1, 1), (3, 1, 0, 2), (2, 3, 0, 1)]
  {
    expectSame("pool \(size), \(stride), \(padding), \(dilation)", [x, w]) {
      F.maxPool2d(
        F.conv2d($0[0], $0[1], padding: 1), kernelSize: (size, size), stride: (stride, stride),
        padding: (padding, padding), dilation: (dilation, dilation), ceilMode: true)
    }
  }
  for training in [true, false] {
    expectSame("batch norm, training \(training)", [x, w, random(6), random(6), w2]) {
      let type = $0[0].dtype
      let h = F.batchNorm(
        F.conv2d($0[0], $0[1], padding: 1), runningMean: Tensor.ones([6], dtype: type),
        runningVar: Tensor.ones([6], dtype: type), weight: $0[2], bias: $0[3],
        training: training)
      return F.conv2d(F.maxPool2d(F.relu(h), kernelSize: 2, padding: 1), $0[4], padding: 1)
    }
  }
  // One input channel, whose normalisation does not look at the outputs: also with weights for
  // which it must, since their outputs hardly vary.
  let thin = random(21, 1, 9, 10)
  let edge = Tensor([[0, 0, 0], [0, 1, -1], [0, 0, 0]] as [[Float]]).view(1, 1, 3, 3)
  for (name, input, weight) in [
    ("some", thin, random(6, 1, 3, 3)), ("bright", thin + 3, random(6, 1, 3, 3)),
    ("even", thin * 0.01 + 1, edge + random(6, 1, 3, 3) * 0.01),
  ] {
    for (window, stride, padding, training) in [
      (2, 2, 0, true), (2, 2, 1, true), (3, 1, 1, true), (2, 2, 0, false),
    ] {
      expectSame(
        "batch norm of one channel with \(name) inputs, pooled \(window), \(stride), \(padding)",
        [input, weight, random(6), random(6), random(6)], tolerance: name == "even" ? 1e-3 : 1e-4
      ) {
        let type = $0[0].dtype
        let h = F.batchNorm(
          F.conv2d($0[0].detach(), $0[1], bias: $0[2], padding: 1),
          runningMean: Tensor.ones([6], dtype: type), runningVar: Tensor.ones([6], dtype: type),
          weight: $0[3], bias: $0[4], training: training)
        return F.maxPool2d(F.relu(h), kernelSize: window, stride: stride, padding: padding)
      }
    }
  }
  expectSame("batch norm of one channel, without pooling", [thin, random(6, 1, 3, 3)]) {
    let type = $0[0].dtype
    return F.batchNorm(
      F.conv2d($0[0], $0[1]), runningMean: Tensor.ones([6], dtype: type),
      runningVar: Tensor.ones([6], dtype: type), training: true)
  }
  // What leaves the blocks and comes back: views, sums, a value used twice.
  expectSame("a residual", [x, w, random(6, 6, 3, 3) * 0.3]) {
    let h = F.relu(F.conv2d($0[0], $0[1], padding: 1))
    return F.relu(F.conv2d(h, $0[2], padding: 1) + h).flatten(1) * 2
  }
  expectSame("two windows over one input", [x, random(8, 2, 3, 3), random(9, 8, 5, 5) * 0.1]) {
    let h = F.conv2d($0[0], $0[1], padding: 1)
    return F.conv2d(h, Tensor.ones([2, 8, 2, 2], dtype: h.dtype), padding: 1).sum()
      + F.conv2d(h, $0[2], padding: 2)
  }
  expectSame("pooled and not", [x, w]) {
    let h = F.conv2d($0[0], $0[1])
    return F.relu(h).sum() + F.maxPool2d(h, kernelSize: 2).sum() + h.flatten(1).relu().sum()
  }
  expectSame("average of a convolution", [x, w]) {
    F.avgPool2d(F.relu(F.conv2d($0[0], $0[1])), kernelSize: 2)
  }
}

/// Prints the bits of some training steps.
private func printTraining() {
  manualSeed(5)
  let model = Sequential(
    Conv2d(1, 6, kernelSize: 3, padding: .same), BatchNorm2d(6), ReLU(), Dropout(p: 0.3),
    MaxPool2d(2, 2, padding: 1), Conv2d(6, 8, kernelSize: 3), ReLU(),
    Conv2d(8, 12, kernelSize: 5, padding: 2), ReLU(), Flatten(), Linear(192, 10))
  let optimizer = Adam(model.parameters())
  // Three blocks, of which the last is shared.
  let (x, y) = (Tensor.randn(40, 1, 11, 11), Tensor.randint(0, 10, [40]))
  for _ in 0..<5 {
    optimizer.zeroGrad()
    let loss = F.crossEntropy(model(x), y)
    loss.backward()
    optimizer.step()
    print("bits \(loss.item(as: Float.self).bitPattern)")
  }
}

@Suite struct BlockNetworkTests {
  /// What is computed in blocks is what the plain loops compute, with this processor's best.
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

  /// Steps of training give the same bits with one, two and three threads.
  @Test func threadsDoNotChangeTraining() async {
    let one = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "1", 1)
      printTraining()
    }
    let two = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "2", 1)
      printTraining()
    }
    let three = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "3", 1)
      printTraining()
    }
    let bits = String(decoding: one?.standardOutputContent ?? [], as: UTF8.self)
    #expect(bits.contains("bits "))
    #expect(bits == String(decoding: two?.standardOutputContent ?? [], as: UTF8.self))
    #expect(bits == String(decoding: three?.standardOutputContent ?? [], as: UTF8.self))
  }
}

@Suite(.ownGenerator) struct BlockPromiseTests {
  /// A result of which nobody has looked at the elements is changed in place like any other, and
  /// what was computed from it before keeps the old values.
  @Test func changeInPlace() {
    let x = Tensor.randn(16, 1, 6, 6)
    let h = F.conv2d(x, Tensor.ones(2, 1, 3, 3))
    let positive = F.relu(h)
    let old = F.relu(h.clone()).scalars
    h.addInPlace(1)
    #expect(positive.scalars == old)
    #expect(F.relu(h).scalars == h.relu().scalars)
  }

  /// The places of maxima are there for a gradient even when nobody has looked at the maxima.
  @Test func gradientWithoutValue() {
    let w = Tensor.ones(2, 1, 3, 3, requiresGrad: true)
    let pooled = F.maxPool2d(F.conv2d(Tensor.ones(16, 1, 6, 6), w), kernelSize: 2)
    pooled.backward(gradient: Tensor.ones(16, 2, 2, 2))
    #expect(w.grad?.scalars == Array(repeating: 64, count: 18))
  }

  /// Without gradients a pooling finds the same maxima, and their places when somebody asks.
  @Test func poolingWithoutGradients() {
    let (x, w) = (Tensor.randn(20, 2, 9, 8), Tensor.randn(5, 2, 3, 3, requiresGrad: true))
    func pooled() -> (Tensor, Tensor) {
      let y = F.maxPool2dWithIndices(F.relu(F.conv2d(x, w)), kernelSize: (2, 2))
      return (y.0, y.1)
    }
    let (recorded, alone) = (pooled(), noGrad { pooled() })
    #expect(recorded.0.scalars == alone.0.scalars)
    #expect(recorded.1.scalars == alone.1.scalars)
  }

  /// A dropout in blocks drops the share that was asked for, scales the rest, and lets gradients
  /// through at the same places.
  @Test func dropout() {
    let w = Tensor.ones(8, 1, 1, 1)
    let x = Tensor.ones(64, 1, 20, 20, requiresGrad: true)
    let y = F.dropout(F.conv2d(x, w), p: 0.25)
    let values = y.scalars(as: Float.self)
    let zeros = values.count { $0 == 0 }
    #expect(abs(Double(zeros) / Double(values.count) - 0.25) < 0.005)
    #expect(values.allSatisfy { $0 == 0 || $0 == 4 / 3 })
    y.sum().backward()
    let passed = y.sum(dim: 1).scalars(as: Float.self)
    let gradients = x.grad?.scalars(as: Float.self) ?? []
    #expect(zip(passed, gradients).allSatisfy { abs($0 - $1) < 1e-4 })
  }
}
