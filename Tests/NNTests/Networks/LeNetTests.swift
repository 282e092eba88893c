import Kernels
import NN
import Tensors
import Testing

extension Seeded {
  /// The initial weights for seed 0 are PyTorch's to the bit.
  ///
  /// From PyTorch 2.15.0: `torch.manual_seed(0); m = simple_CNN()`, FNV-1a over the bytes of each
  /// of `m.parameters()`.
  @Test func initialWeights() {
    manualSeed(0)
    let hashes = simple_CNN().namedParameters().map { ($0.name, hash($0.parameter)) }
    let expected: [(String, UInt64)] = [
      ("convnet.C1.weight", 0x3ff8_16c4_e6f9_554c), ("convnet.C1.bias", 0x1ab0_dbdb_1ea7_eb28),
      ("convnet.C3.weight", 0xccaa_8eb6_15c1_c48b), ("convnet.C3.bias", 0x70ed_82ef_4c58_df69),
      ("convnet.C5.weight", 0xa115_f74d_2097_6a5f), ("convnet.C5.bias", 0x772d_b6af_8a79_aa21),
      ("fc.F6.weight", 0x39c0_4399_1ec9_e4b2), ("fc.F6.bias", 0xd4bc_3347_70bb_4a2e),
      ("fc.F7.weight", 0x6029_ca73_73e7_8976), ("fc.F7.bias", 0xb29d_59f4_a603_f99c),
    ]
    #expect(hashes.map(\.0) == expected.map(\.0))
    for (own, torch) in zip(hashes, expected) { #expect(own.1 == torch.1, "\(torch.0)") }
  }

  /// Numbers between other bounds than 0 and 1 are PyTorch's to the bit, also in double precision.
  ///
  /// From PyTorch 2.15.0:
  /// `torch.manual_seed(0); torch.empty(4, dtype=torch.float64).uniform_(-0.2, 0.3)`.
  @Test func uniformNumbers() {
    manualSeed(0)
    #expect(
      Tensor.empty([4], dtype: .float64).fillUniform(-0.2, 0.3).scalars == [
        0x1.23ddfcaf7dd62p-2, 0x1.3b35216a9ffe6p-3, 0x1.e6770ed5862e0p-6, 0x1.0a9f70c18b09ap-2,
      ])
  }

  /// Over a hundred steps the loss follows PyTorch's on the same data.
  ///
  /// They are small: larger ones make another path of a single maximum or ReLU that rounding tips,
  /// and of small ones it still shows in the third digit.
  ///
  /// From PyTorch 2.15.0 (CPU):
  ///
  ///     torch.manual_seed(0); m = simple_CNN()
  ///     torch.manual_seed(1); x = torch.rand(256, 1, 28, 28); y = torch.randint(0, 10, (256,))
  ///     for i in range(256): x[i, 0, 2 * y[i]:2 * y[i] + 8] += 2
  ///     opt = torch.optim.SGD(m.parameters(), lr=0.01, momentum=0.5)
  ///     for i in range(100):
  ///         d, t = x[i % 4 * 64:i % 4 * 64 + 64], y[i % 4 * 64:i % 4 * 64 + 64]
  ///         opt.zero_grad(); l = F.nll_loss(m(d), t); l.backward(); opt.step()
  @Test func hundredSteps() {
    manualSeed(0)
    let model = simple_CNN()
    manualSeed(1)
    let x = Tensor.rand(256, 1, 28, 28)
    let y = Tensor.randint(0, 10, [256])
    for (index, label) in y.scalars(as: Int.self).enumerated() {
      x[index, 0, 2 * label..<2 * label + 8] += 2
    }
    let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)
    var losses: [Double] = []
    for step in 0..<100 {
      let batch = step % 4 * 64..<step % 4 * 64 + 64
      optimizer.zeroGrad()
      let loss = F.nllLoss(model(x[batch]), y[batch])
      loss.backward()
      optimizer.step()
      if step % 5 == 0 { losses.append(loss.item()) }
    }
    let torch: [Double] = [
      2.315204, 2.295587, 2.282350, 2.266757, 2.286190, 2.256742, 2.241618, 2.214652,
      2.211106, 2.137931, 2.077397, 1.946328, 1.791021, 1.480775, 1.276182, 0.987220,
      0.920473, 0.804866, 0.628890, 0.533842,
    ]
    #expect(largestDifference(Array(losses.prefix(8)), Array(torch.prefix(8))) < 1e-5)
    #expect(largestDifference(losses, torch) < 1e-2)
  }

  /// A step gives the same bits on one thread as on all.
  @Test func threads() {
    func gradients() -> [[Double]] {
      manualSeed(5)
      let model = simple_CNN()
      let loss = F.nllLoss(model(Tensor.rand(37, 1, 28, 28)), Tensor.randint(0, 10, [37]))
      loss.backward()
      return model.parameters().map { $0.grad!.scalars }
    }
    let shared = gradients()
    // While the pool is busy, whoever asks for it does the whole work alone.
    let alone = Box()
    ThreadPool.shared.run(chunks: 2) { if $0 == 0 { alone.value = gradients() } }
    #expect(alone.value == shared)
  }
}

private final class Box: @unchecked Sendable {
  var value: [[Double]] = []
}
