import Tensors
import Testing

/// Printed text against PyTorch's: see Golden/printing.py.
struct PrintingTests {
  private let expected: [String]

  init() throws {
    let text = try goldenText("printing.txt")
    expected = text.split(separator: "\n---\n").dropFirst().map { String($0) }
  }

  /// Every tensor of the script prints as PyTorch's, to the character.
  @Test func printsAsPyTorch() {
    let tensors = random() + plain() + ranges() + nodes()
    #expect(tensors.count == expected.count)
    for (tensor, text) in zip(tensors, expected) { #expect(tensor.description == text) }
  }

  /// Every shape, type and size prints as PyTorch's: see Golden/printing_shapes.py.
  @Test func printsShapesAsPyTorch() throws {
    let texts = try goldenText("printing_shapes.txt").split(separator: "\n---\n").dropFirst()
    let shapes = [
      [], [1], [5], [30], [3, 4], [2, 12], [2, 3, 4], [2, 2, 3, 2], [0, 4], [1001], [40, 30],
      [3, 500], [8, 9, 17], [2, 1, 600],
    ]
    let tensors = shapes.enumerated().flatMap { ofShape($1, Generator(seed: $0)) }
    #expect(tensors.count == texts.count)
    for (tensor, text) in zip(tensors, texts) { #expect(tensor.description == text) }
  }

  private func ofShape(_ shape: [Int], _ g: Generator) -> [Tensor] {
    let scales = [1e-30, 1e-5, 1e-3, 0.1, 1, 37.5, 1e3, 1e5, 1e8, 1e20]
    let limits = [2, 10, 1000, 1_000_000, 1_000_000_000_000]
    func one<T>(of values: [T]) -> T {
      values[Tensor.randint(0, values.count, [1], generator: g).item(as: Int.self)]
    }
    var all: [Tensor] = []
    for dtype in [DType.float32, .float64] {
      let scale = one(of: scales)
      let t = Tensor.randn(shape, dtype: dtype, generator: g) * scale
      let odd = t.maskedFill(t .> scale, Double.nan).maskedFill(t .< -scale, -Double.infinity)
      all += [t, t.round() + 0, odd]
    }
    let limit = one(of: limits)
    let whole = Tensor.randint(-limit, limit, shape, generator: g)
    all += [whole, whole.to(.int32), whole.to(.uint8), whole .> 0]
    let leaf = Tensor.randn(shape, requiresGrad: true, generator: g)
    return all + [leaf, leaf * 1, (leaf * 1).to(.float64)]
  }

  /// Options change precision, width and summary, in a process of its own.
  ///
  /// PyTorch 2.15.0: `torch.set_printoptions(precision=2, threshold=5); print(torch.arange(10) / 4)`
  @Test func options() async {
    await #expect(processExitsWith: .success) {
      PrintOptions.current.precision = 2
      PrintOptions.current.threshold = 5
      #expect("\(Tensor.arange(10) / 4)" == "tensor([0.00, 0.25, 0.50,  ..., 1.75, 2.00, 2.25])")
    }
  }

  private func random() -> [Tensor] {
    let g = Generator(seed: 0)
    return [
      .rand(2, generator: g), .randn(2, 9, requiresGrad: true, generator: g),
      .randn(3, 4, 5, generator: g), .randn(30, 50, generator: g),
      .randn(10, 10, 20, generator: g), .rand(3, dtype: .float64, generator: g),
      .rand(64, generator: g), .randint(0, 10, [64], generator: g),
      .randn(2, 7, requiresGrad: true, generator: g) * 1,
      .randn(7, requiresGrad: true, generator: g) * 1,
    ]
  }

  private func plain() -> [Tensor] {
    [
      .zeros(3), Tensor(3.5), Tensor(3), Tensor([1.0, 2, 3]), Tensor([0, 4]), .arange(2000),
      Tensor([true, false]), Tensor.arange(5).to(.int32), Tensor.arange(5).to(.uint8),
      Parameter(.ones(2)), Tensor([[1.0, 2], [3, 4]]) .> 2, .empty(0), .empty(0, 3),
      .empty([0], dtype: .int64), .empty([2, 0, 3], dtype: .float64),
    ]
  }

  private func ranges() -> [Tensor] {
    [
      Tensor([1e-5, 1.0]), Tensor([1e9, 1.0]), Tensor([1000.5, 1, 2.25]),
      Tensor([Double.nan, .infinity, -.infinity, 1]), Tensor([Double.nan, 0.5]),
      .full([2], -0.0), Tensor([0.1, -0.25]), Tensor([100000.0, 1e8]), Tensor([123456789.0]),
      Tensor([1e8, 1e-5]), Tensor([0.00009]), Tensor([12345.678]),
    ]
  }

  private func nodes() -> [Tensor] {
    let x = Tensor.ones(2, 2, requiresGrad: true)
    let y = Tensor.ones(2, 3, 2, requiresGrad: true)
    var all = [x + 1, x * 2, 1 - x, x / 2, 2 / x, -x, x - x, x * x, x / x, x.pow(2), x.pow(x)]
    all += [x.sum(), x.sum(dim: 0), x.mean(), x.mean(dim: 1), x.std(), x.var(dim: 0)]
    all += [x.max(), x.min(), x.max(1).values]
    all += [x.view(-1), x.reshape(4), x.flatten(), y.transpose(0, 1).flatten(), x.t()]
    all += [x.permute(1, 0), x.transpose(0, 1), x.squeeze(), x[.newAxis].squeeze(0)]
    all += [x.unsqueeze(0), x.expand(3, 2, 2)]
    all += [x[0], x[0, 1], x[.all, 0..<1], y[0, .all, 1], y[.ellipsis, 0], y[.all, .newAxis]]
    all += [x[.all], x.narrow(0, start: 0, length: 1)]
    all += [x.unbind()[0], x.split(1)[0], x.chunk(2)[0], cat([x, x]), stack([x, x])]
    all += [x.exp(), x.log(), x.sqrt(), x.abs(), x.relu(), x.sigmoid(), x.tanh(), x.sin(), x.cos()]
    all += [x.erf(), x.log1p(), x.reciprocal(), x.sign(), x.clamp(min: 0)]
    all += [x.maskedFill(x .> 0, 0), x.maximum(x), choose(x .> 0, x, x), x.clone(), x.to(.float64)]
    all += [matmul(x, x), matmul(x, x[0]), matmul(x[0], x[1]), matmul(y, x)]
    all += [matmul(y, .ones(2, 2, 4)), linear(x, x, x[0]), linear(x, x), linear(y, x)]
    return all
  }
}
