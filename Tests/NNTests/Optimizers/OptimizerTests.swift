import NN
import Tensors
import Testing

/// Five steps on `Σ [1, 2, 3]·p²` from `[1, -2, 0.5]` in float64.
private func fiveSteps(_ make: ([Parameter]) -> Optimizer) -> [Double] {
  let p = Parameter(Tensor([1, -2, 0.5], dtype: .float64))
  let optimizer = make([p])
  for _ in 0..<5 {
    optimizer.zeroGrad()
    (p * p * Tensor([1.0, 2, 3], dtype: .float64)).sum().backward()
    optimizer.step()
  }
  return p.scalars
}

/// Each optimizer follows PyTorch 2.15.0, which made the numbers with the same options.
@Test func fiveStepsOfEach() {
  let cases: [(([Parameter]) -> Optimizer, [Double])] = [
    (
      { SGD($0, lr: 0.1, weightDecay: 0.1) },
      [0.30770563989999994, -0.14298485979999997, 0.004511209949999999]
    ),
    (
      { SGD($0, lr: 0.1, momentum: 0.9, dampening: 0.2, weightDecay: 0.01) },
      [-0.48496487894010926, 1.6178329609427977, -0.2507520279811841]
    ),
    (
      { SGD($0, lr: 0.1, momentum: 0.9, nesterov: true) },
      [-0.41571758080000004, 0.33027160319999993, 0.030721356800000016]
    ),
    (
      { Adam($0, lr: 0.1, weightDecay: 0.01) },
      [0.5079636592510938, -1.5029557806444065, 0.02781444792765754]
    ),
    (
      { AdamW($0, lr: 0.1, weightDecay: 0.1) },
      [0.46995265699220734, -1.4155664793043066, 0.015330356047710797]
    ),
  ]
  for (make, expected) in cases {
    #expect(largestDifference(fiveSteps(make), expected) < 1e-12)
  }
}

/// A parameter without a gradient stays as it is, and the learning rate may change on the way.
@Test func partialSteps() {
  let (used, unused) = (Parameter(Tensor([1.0])), Parameter(Tensor([1.0])))
  let optimizer = SGD([used, unused], lr: 1)
  optimizer.lr = 0.25
  (used * 2).sum().backward()
  optimizer.step()
  #expect(used.item() == 0.5)
  #expect(unused.item() == 1)
  #expect(used.requiresGrad && used.isLeaf)
}

/// A value that a gradient needs may not be stepped on before the gradient is computed.
@Test func stepBeforeBackward() async {
  let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
    let p = Parameter(Tensor([1.0]))
    let optimizer = SGD([p], lr: 1)
    let (first, second) = (p * p, p * p)
    first.sum().backward()
    optimizer.step()
    second.sum().backward()
  }
  #expect(stopText(result).contains("changed in place"))
}
