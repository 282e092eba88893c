import NN
import Tensors
import Testing

/// What PyTorch computed for a case of `Golden/training.py`.
private struct TorchTraining: Decodable {
  var hashes: [String]?
  var losses: [Double]?
  var state: [[Double]]?
  var text: String?
  var rates: [Double]?
  var momenta: [Double]?
  var total: Double?
  var gradients: [[Double]]?
}

private func float32(_ shape: [Int], seed: UInt64) -> Tensor {
  Tensor(scalars: numbers(shape.reduce(1, *), seed: seed), shape: shape, dtype: .float32)
}

private func torch(_ kind: String) throws -> [String: TorchTraining] {
  try Fixture.entries("training.json", of: TorchTraining.self)
    .filter { $0.key.hasPrefix(kind + " ") }
    .reduce(into: [:]) { $0[String($1.key.dropFirst(kind.count + 1))] = $1.value }
}

extension Seeded {
  /// Every layer begins with PyTorch's weights for the same seed, to the bit, and five steps of
  /// training later it has PyTorch's losses and state.
  @Test func layerTraining() throws {
    let layers: [(String, [Int]?, () -> Module)] = [
      ("Linear", [4, 3], { Linear(3, 5) }),
      ("Linear without bias", [4, 3], { Linear(3, 5, bias: false) }),
      (
        "Conv2d", [2, 4, 5, 6],
        { Conv2d(4, 6, kernelSize: (3, 2), stride: (2, 1), padding: 1, groups: 2) }
      ),
      (
        "Conv2d reflect", [2, 4, 5, 6],
        { Conv2d(4, 6, kernelSize: 3, padding: (2, 1), paddingMode: .reflect) }
      ),
      (
        "Conv2d replicate", [2, 4, 5, 6],
        { Conv2d(4, 6, kernelSize: 4, padding: .same, paddingMode: .replicate) }
      ),
      (
        "Conv2d circular", [2, 4, 5, 6],
        { Conv2d(4, 6, 3, padding: 2, dilation: 2, paddingMode: .circular) }
      ),
      (
        "Conv1d", [2, 4, 9],
        { Conv1d(4, 6, kernelSize: 3, stride: 2, padding: 1, dilation: 2) }
      ),
      ("Conv1d same", [2, 4, 9], { Conv1d(4, 6, kernelSize: 4, padding: "same") }),
      (
        "Conv1d reflect", [2, 4, 9],
        { Conv1d(4, 6, kernelSize: 4, padding: .same, paddingMode: .reflect) }
      ),
      ("BatchNorm1d", [4, 3], { BatchNorm1d(3) }),
      ("BatchNorm1d sequences", [4, 3, 2], { BatchNorm1d(3, momentum: nil) }),
      ("BatchNorm2d", [4, 3, 2, 2], { BatchNorm2d(3) }),
      ("LayerNorm", [4, 5, 3], { LayerNorm([5, 3]) }),
      ("LayerNorm without bias", [4, 5, 3], { LayerNorm(3, bias: false) }),
      ("Embedding", nil, { Embedding(6, 20) }),
      ("Embedding padding", nil, { Embedding(6, 3, paddingIdx: 4) }),
      ("Embedding norm", nil, { Embedding(6, 3, maxNorm: 1) }),
      (
        "Sequential", [4, 3],
        {
          Sequential(
            Linear(3, 8), GELU(), LayerNorm(8), Linear(8, 4), SiLU(), BatchNorm1d(4),
            LeakyReLU(0.2), Linear(4, 2), Tanh(), Softmax(dim: 1))
        }
      ),
      (
        "Sequential of images", [4, 1, 9, 8],
        {
          Sequential(
            Conv2d(1, 4, 3), BatchNorm2d(4), ReLU(inplace: true), MaxPool2d(2),
            Conv2d(4, 6, kernelSize: 2, padding: .same), Sigmoid(), AdaptiveAvgPool2d((2, 1)),
            Flatten(), Linear(12, 3), LogSoftmax(dim: -1))
        }
      ),
    ]
    let fixtures = try torch("layer")
    #expect(Set(fixtures.keys) == Set(layers.map(\.0)))
    for (name, shape, make) in layers {
      let torch = try #require(fixtures[name])
      manualSeed(0)
      let layer = make()
      let hashes = layer.parameters().map { hash($0) }
      #expect(hashes == torch.hashes?.map { UInt64($0, radix: 16) }, "\(name)")
      let x = shape.map { float32($0, seed: 1) } ?? Tensor([[1, 2, 4], [4, 3, 1]])
      let optimizer = SGD(layer.parameters(), lr: 0.1, momentum: 0.9)
      var losses: [Double] = []
      for _ in 0..<5 {
        optimizer.zeroGrad()
        let output = layer(x)
        let loss = (output - float32(output.shape, seed: 9)).pow(2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
      }
      #expect(agree(losses, torch.losses ?? [], within: 1e-5), "\(name)")
      let state = layer.stateDict().map(\.tensor.scalars)
      #expect(state.count == torch.state?.count, "\(name)")
      for (own, theirs) in zip(state, torch.state ?? []) {
        #expect(agree(own, theirs, within: 1e-5, floor: 0.01), "\(name)")
      }
    }
  }
}

/// Five steps of every optimizer, with its options, end where PyTorch's do; its text is PyTorch's.
@Test func optimizerTraining() throws {
  let optimizers: [(String, ([Parameter]) -> Optimizer)] = [
    ("SGD", { SGD($0, lr: 0.1) }),
    ("SGD momentum", { SGD($0, lr: 0.1, momentum: 0.9, dampening: 0.3, weightDecay: 0.02) }),
    ("SGD nesterov", { SGD($0, lr: 0.1, momentum: 0.8, weightDecay: 0.1, nesterov: true) }),
    ("SGD maximize", { SGD($0, lr: 0.01, weightDecay: 0.1, maximize: true) }),
    ("Adam", { Adam($0, lr: 0.01) }),
    ("Adam options", { Adam($0, lr: 0.1, betas: (0.8, 0.95), eps: 1e-3, weightDecay: 0.1) }),
    (
      "Adam amsgrad",
      { Adam($0, lr: 0.1, betas: (0.5, 0.6), weightDecay: 0.1, amsgrad: true) }
    ),
    ("AdamW", { AdamW($0, lr: 0.1) }),
    (
      "AdamW amsgrad",
      { AdamW($0, lr: 0.1, betas: (0.5, 0.6), weightDecay: 0.2, amsgrad: true) }
    ),
    ("RMSprop", { RMSprop($0) }),
    (
      "RMSprop options",
      {
        RMSprop(
          $0, lr: 0.05, alpha: 0.8, eps: 1e-3, weightDecay: 0.1, momentum: 0.7, centered: true)
      }
    ),
    ("Adagrad", { Adagrad($0, lr: 0.1) }),
    (
      "Adagrad options",
      {
        Adagrad(
          $0, lr: 0.1, lrDecay: 0.1, weightDecay: 0.1, initialAccumulatorValue: 0.3, eps: 1e-3)
      }
    ),
    (
      "groups",
      {
        SGD(
          [ParameterGroup([$0[0]]), ParameterGroup([$0[1]], lr: 0.3, momentum: 0)], lr: 0.1,
          momentum: 0.9)
      }
    ),
  ]
  let fixtures = try torch("optimizer")
  #expect(Set(fixtures.keys) == Set(optimizers.map(\.0)))
  let (x, y) = (float32([5, 4], seed: 3), float32([5, 3], seed: 4))
  for (name, make) in optimizers {
    let torch = try #require(fixtures[name])
    let weight = Parameter(float32([3, 4], seed: 1))
    let bias = Parameter(float32([3], seed: 2))
    let optimizer = make([weight, bias])
    for _ in 0..<5 {
      optimizer.zeroGrad()
      F.mseLoss(F.linear(x, weight, bias: bias), y).backward()
      optimizer.step()
    }
    for (own, theirs) in zip([weight, bias], torch.state ?? []) {
      #expect(agree(own.scalars, theirs, within: 1e-5), "\(name)")
    }
    // 0.0 was given for the second group, which is PyTorch's default 0 here.
    let text = torch.text?.replacing("momentum: 0.0", with: "momentum: 0")
    #expect("\(optimizer)" == text, "\(name)")
  }
}

/// Twelve epochs of every scheduler have PyTorch's rates, and momenta.
@Test func schedulerRates() throws {
  let schedulers: [(String, (Optimizer) -> LRScheduler)] = [
    ("StepLR", { StepLR($0, stepSize: 3, gamma: 0.5) }),
    ("MultiStepLR", { MultiStepLR($0, milestones: [2, 5, 5, 7]) }),
    ("ExponentialLR", { ExponentialLR($0, gamma: 0.9) }),
    ("LinearLR", { LinearLR($0, startFactor: 0.25, totalIters: 4) }),
    ("LinearLR down", { LinearLR($0, startFactor: 1, endFactor: 0.1) }),
    ("CosineAnnealingLR", { CosineAnnealingLR($0, tMax: 5, etaMin: 0.01) }),
    ("LambdaLR", { LambdaLR($0) { min(1, Double($0 + 1) / 6) } }),
    ("OneCycleLR", { OneCycleLR($0, maxLR: 0.5, totalSteps: 12) }),
    (
      "OneCycleLR linear",
      {
        OneCycleLR(
          $0, maxLR: 0.5, epochs: 3, stepsPerEpoch: 4, pctStart: 0.4, annealStrategy: .linear,
          divFactor: 10, finalDivFactor: 100, threePhase: true)
      }
    ),
  ]
  let fixtures = try torch("scheduler")
  let others = ["plateau", "plateau options", "chain"]
  #expect(Set(fixtures.keys) == Set(schedulers.map(\.0) + others))
  for (name, make) in schedulers {
    let torch = try #require(fixtures[name])
    let optimizer = SGD([Parameter(Tensor.zeros(1))], lr: 0.4, momentum: 0.9)
    let scheduler = make(optimizer)
    var rates: [Double] = []
    var momenta: [Double] = []
    for _ in 0..<12 {
      rates += scheduler.lastLR
      momenta.append(optimizer.parameterGroups[0][.momentum])
      optimizer.step()
      scheduler.step()
    }
    #expect(agree(rates, torch.rates ?? [], within: 1e-13), "\(name)")
    #expect(agree(momenta, torch.momenta ?? [], within: 1e-13), "\(name)")
  }
}

/// A plateau lowers the rate when PyTorch's does, and two schedulers multiply their effects.
@Test func plateauAndChain() throws {
  let fixtures = try torch("scheduler")
  let metrics = [5, 4, 3.9999, 3.9998, 3.9998, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9, 3.9]
  let plateaus: [(String, (Optimizer) -> ReduceLROnPlateau)] = [
    ("plateau", { ReduceLROnPlateau($0, patience: 1) }),
    (
      "plateau options",
      {
        ReduceLROnPlateau(
          $0, mode: .max, factor: 0.5, patience: 0, threshold: 0.01, thresholdMode: .abs,
          cooldown: 2, minLR: 0.03)
      }
    ),
  ]
  for (name, make) in plateaus {
    let optimizer = SGD([Parameter(Tensor.zeros(1))], lr: 0.4)
    let scheduler = make(optimizer)
    let rates = metrics.map { metric in
      scheduler.step(metric)
      return optimizer.lr
    }
    #expect(agree(rates, fixtures[name]?.rates ?? [], within: 1e-13), "\(name)")
  }
  let optimizer = SGD([Parameter(Tensor.zeros(1))], lr: 0.4)
  let chain = [
    LinearLR(optimizer, startFactor: 0.1, totalIters: 4), ExponentialLR(optimizer, gamma: 0.9),
  ]
  let rates = (0..<8).map { _ in
    let rate = optimizer.lr
    optimizer.step()
    for scheduler in chain { scheduler.step() }
    return rate
  }
  #expect(agree(rates, fixtures["chain"]?.rates ?? [], within: 1e-13))
}

/// Clipped gradients and their norm are PyTorch's, for every kind of norm.
@Test func clipping() throws {
  let norms = ["two": 2.0, "one": 1.0, "infinity": .infinity, "three": 3.0]
  let fixtures = try torch("clip")
  #expect(Set(fixtures.keys) == Set(norms.keys))
  for (name, norm) in norms {
    let torch = try #require(fixtures[name])
    let parameters = [doubles(3, 4), doubles(3, seed: 2)].map { Parameter($0.detach()) }
    parameters[0].grad = doubles(3, 4, seed: 5, requiresGrad: false)
    parameters[1].grad = doubles(3, seed: 6, requiresGrad: false)
    let total = clipGradNorm(parameters, maxNorm: 0.7, normType: norm)
    #expect(abs(total.item() - (torch.total ?? 0)) < 1e-9, "\(name)")
    for (parameter, gradient) in zip(parameters, torch.gradients ?? []) {
      #expect(agree(parameter.grad?.scalars ?? [], gradient, within: 1e-9), "\(name)")
    }
  }
  let parameter = Parameter(Tensor.zeros(3))
  parameter.grad = Tensor([-2.0, 0.25, 3.0])
  clipGradValue([parameter, Parameter(Tensor.zeros(1))], 0.5)
  #expect(parameter.grad?.scalars == [-0.5, 0.25, 0.5])
}
