import Glibc
import Kernels
import NN
import Tensors
import TestSupport
import Testing

/// Compares what is computed without gradients for few images with the plain loops in double
/// precision.
private func expectSame(_ name: String, _ tensors: [Tensor], _ body: ([Tensor]) -> Tensor) {
  let (fast, plain) = noGrad {
    (body(tensors).scalars, body(tensors.map { $0.to(.float64) }).scalars)
  }
  let scale = plain.reduce(1) { max($0, abs($1)) }
  let worst = zip(fast, plain).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
  #expect(fast.count == plain.count && worst < 1e-4, "\(name): \(worst)")
}

/// Layers over shapes that reach every tail, and chains of them.
private func compareLayers() {
  let generator = Generator(seed: 4)
  func random(_ shape: Int...) -> Tensor { Tensor.randn(shape, generator: generator) }
  for (batch, channels, outputs, height, width, kernel, padding, dilation) in [
    (1, 1, 16, 28, 28, 3, 1, 1), (2, 3, 29, 5, 17, 5, 2, 1), (7, 1, 13, 3, 9, 3, 1, 1),
    (1, 6, 16, 14, 14, 5, 0, 1), (3, 5, 48, 9, 8, 3, 2, 2), (2, 16, 16, 4, 4, 1, 0, 1),
    (1, 2, 32, 6, 5, 2, 1, 1), (1, 40, 15, 8, 1, 1, 0, 1),
    // Winograd's way, with rows and columns of tiles of every length.
    (2, 6, 16, 9, 9, 3, 1, 1), (1, 32, 64, 14, 14, 3, 1, 1), (1, 64, 128, 7, 7, 3, 1, 1),
    (2, 32, 64, 14, 14, 3, 0, 1),
    (5, 15, 30, 9, 10, 3, 1, 1), (7, 16, 13, 11, 4, 3, 2, 1), (1, 31, 48, 1, 5, 3, 1, 1),
    // Lanes that would be empty, and matrices that would be large.
    (1, 17, 20, 8, 8, 3, 1, 1), (2, 5, 4, 9, 8, 3, 1, 1), (1, 4, 32, 8, 9, 3, 1, 1),
    (1, 16, 16, 130, 140, 3, 1, 1),
  ] {
    let x = random(batch, channels, height, width)
    let (w, b) = (random(outputs, channels, kernel, kernel), random(outputs))
    expectSame("conv2d of \(x.shape) by \(w.shape)", [x, w, b]) {
      F.conv2d($0[0], $0[1], bias: $0[2], padding: padding, dilation: dilation)
    }
    expectSame("conv2d of \(x.shape) by \(w.shape) without bias", [x, w]) {
      F.conv2d($0[0], $0[1], padding: .same, dilation: dilation)
    }
  }
  for (batch, inputs) in [(1, 1), (2, 16), (7, 3)] {
    let x = random(batch, inputs, 13, 12)
    let tensors = [
      x, random(30, inputs, 3, 3), random(30), random(30), random(30), random(16, 30, 3, 3) * 0.1,
    ]
    for training in [true, false] {
      expectSame("blocks of layers, \(batch) images, training \(training)", tensors) {
        let type = $0[0].dtype
        func normalized(_ h: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
          F.batchNorm(
            h, runningMean: Tensor.ones([30], dtype: type),
            runningVar: Tensor.ones([30], dtype: type),
            weight: w, bias: b, training: training)
        }
        let h = normalized(F.conv2d($0[0], $0[1], bias: $0[2], padding: 1), $0[3], $0[4])
        let pooled = F.maxPool2d(F.relu(h), kernelSize: 2, padding: 1)
        return F.maxPool2d(F.relu(F.conv2d(pooled, $0[5], padding: 1)), kernelSize: 3, stride: 2)
          .flatten(1)
      }
    }
    expectSame("a residual of \(batch) images", tensors) {
      let h = F.relu(F.conv2d($0[0], $0[1], padding: 1))
      let back = F.conv2d(h, $0[5], padding: 1)
      return h.narrow(1, start: 0, length: 16) + back
    }
    expectSame("pooled, averaged and plain, \(batch) images", tensors) {
      let h = F.conv2d($0[0], $0[1])
      return F.avgPool2d(h, kernelSize: 2).sum() + F.maxPool2d(h, kernelSize: 3).sum() + h.sum()
        + F.dropout(h, p: 0.5, training: false).sum()
    }
  }
}

/// Prints the bits of what a network makes of few images.
private func printScores() {
  manualSeed(6)
  let model = Sequential(
    Conv2d(1, 32, kernelSize: 3, padding: 1), BatchNorm2d(32), ReLU(), MaxPool2d(2),
    Conv2d(32, 64, kernelSize: 3, padding: 1), BatchNorm2d(64), ReLU(), MaxPool2d(2, 2, padding: 1),
    Conv2d(64, 32, kernelSize: 3), ReLU(), Flatten(), Linear(1152, 100), Linear(100, 10))
  model.eval()
  noGrad {
    for batch in [1, 3] {
      let scores = model(Tensor.randn(batch, 1, 28, 28)).scalars(as: Float.self)
      print("bits", scores.map(\.bitPattern))
    }
  }
}

@Suite(.ownGenerator) struct FewImagesTests {
  /// Few images in planes of channels are what the plain loops compute, with this processor's best.
  @Test func best() { compareLayers() }

  /// The same with the loops for AVX2, where the processor has it.
  @Test func avx2() async {
    await #expect(processExitsWith: .success) {
      setenv("MARTLET_ISA", "avx2", 1)
      compareLayers()
    }
  }

  /// The same with the loops that every processor can run.
  @Test func base() async {
    await #expect(processExitsWith: .success) {
      setenv("MARTLET_ISA", "base", 1)
      precondition(InstructionSet.chosen == .base)
      compareLayers()
    }
  }

  /// Scores have the same bits with one, two and three threads.
  @Test func threadsDoNotChangeScores() async {
    func bits(_ threads: ExitTest.Result?) -> String {
      String(decoding: threads?.standardOutputContent ?? [], as: UTF8.self)
    }
    let one = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "1", 1)
      printScores()
    }
    let two = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "2", 1)
      printScores()
    }
    let three = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      setenv("MARTLET_THREADS", "3", 1)
      printScores()
    }
    #expect(bits(one).contains("bits"))
    #expect(bits(one) == bits(two) && bits(one) == bits(three))
  }

  /// What was computed without gradients may be looked at and have gradients afterwards.
  @Test func gradientsAfterwards() {
    let (x, w) = (Tensor.randn(2, 16, 9, 8), Tensor.randn(16, 16, 3, 3))
    func gradient(_ type: DType) -> [Double] {
      let features = noGrad { F.conv2d(x.to(type), w.to(type), padding: 1) }
      features.requiresGrad = true
      let (ones, zeros) = (Tensor.ones([16], dtype: type), Tensor.zeros([16], dtype: type))
      let h = F.batchNorm(features, runningMean: zeros, runningVar: ones, training: true)
      let (y, places) = F.maxPool2dWithIndices(F.relu(h), kernelSize: (2, 2))
      (y * y + F.conv2d(features, w.to(type)).mean()).sum().backward()
      return (features.grad?.scalars ?? []) + places.scalars
    }
    let (fast, plain) = (gradient(.float32), gradient(.float64))
    #expect(fast.count == plain.count)
    #expect(zip(fast, plain).allSatisfy { abs($0 - $1) < 1e-3 * max(1, abs($1)) })
  }

  /// A weight in another form is made anew after each kind of change.
  @Test func changedWeights() throws {
    let x = Tensor.randn(1, 16, 8, 8)
    let layer = Conv2d(16, 16, kernelSize: 3)
    func same() -> Bool {
      noGrad {
        let fresh = Parameter(layer.weight.clone())
        return layer(x).scalars == F.conv2d(x, fresh, bias: layer.bias).scalars
      }
    }
    #expect(same())
    let state = layer.stateDict().copy()
    noGrad { layer.weight.addInPlace(1) }
    #expect(same())
    noGrad { layer.weight[3, 2].fill(5) }
    #expect(same())
    noGrad { layer.weight.view(-1)[7...] *= 2 }
    #expect(same())
    let optimizer = SGD(layer.parameters(), lr: 0.1)
    layer(x).sum().backward()
    optimizer.step()
    #expect(same())
    let before = noGrad { layer(x).scalars }
    try layer.loadStateDict(state)
    #expect(same() && noGrad { layer(x).scalars } != before)
    // A part of a larger tensor, and the same weight for other sizes and another way.
    let many = Tensor.randn(3, 16, 16, 3, 3)
    for index in 0..<3 {
      let size = 4 + 2 * index
      let small = x.narrow(2, start: 0, length: size).narrow(3, start: 0, length: size)
      let (part, whole) = noGrad {
        (F.conv2d(small, many[index]), F.conv2d(small, many[index].clone()))
      }
      #expect(part.scalars == whole.scalars)
    }
    for size in [3, 8, 3, 8] {
      let small = x.narrow(2, start: 0, length: size).contiguous()
      let (kept, fresh) = noGrad {
        (F.conv2d(small, layer.weight), F.conv2d(small, layer.weight.clone()))
      }
      #expect(kept.scalars == fresh.scalars)
    }
  }
}
