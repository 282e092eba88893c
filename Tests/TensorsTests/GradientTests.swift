import Tensors
import Testing

/// The gradient of every operation against finite differences in double precision.
struct GradientTests {
  private let x = sample([3, 4])
  private let y = sample([3, 4], seed: 2)
  private let row = sample([4], seed: 3)
  private let positive = sample([3, 4], seed: 4).abs() + 0.2

  /// Arithmetic of two tensors, of one shape and broadcast from either side.
  @Test func binary() {
    // Shifted, so that no element equals one of `x`, where the choices below would jump.
    for other in [y, row, row[0], sample([2, 1, 4], seed: 5)].map({ $0 + 0.013 }) {
      checkGradients([x, other]) { $0[0] + $0[1] }
      checkGradients([x, other]) { $0[1] - $0[0] }
      checkGradients([x, other]) { $0[0] * $0[1] }
      checkGradients([x, other]) { $0[0] / ($0[1].abs() + 0.5) }
      checkGradients([x, other]) { ($0[0].abs() + 0.5).pow($0[1]) }
      checkGradients([x, other]) { maximum($0[0], $0[1]) }
      checkGradients([x, other]) { minimum($0[0], $0[1]) }
      checkGradients([x, other]) { choose($0[0] .> $0[1], $0[0] * 2, $0[1] * 3) }
    }
    checkGradients([x]) { $0[0] * $0[0] + $0[0] }
  }

  /// Arithmetic with numbers.
  @Test func numbers() {
    checkGradients([x]) { $0[0] + 2 }
    checkGradients([x]) { 2 - $0[0] }
    checkGradients([x]) { $0[0] * 3.5 - 1 }
    checkGradients([x]) { $0[0] / 4 }
    checkGradients([positive]) { 3 / $0[0] }
    checkGradients([x]) { -$0[0] }
    checkGradients([x]) { $0[0].pow(2) + $0[0].pow(3) + $0[0].pow(0) + $0[0].pow(1) }
    checkGradients([positive]) { $0[0].pow(0.5) + $0[0].pow(-1.5) }
    checkGradients([x]) { $0[0].remainder(7) }
  }

  /// Functions of each element.
  @Test func functions() {
    let functions: [(Tensor) -> Tensor] = [
      { $0.exp() }, { $0.expm1() }, { $0.abs() }, { $0.relu() }, { $0.sigmoid() }, { $0.tanh() },
      { $0.sin() },
      { $0.cos() }, { $0.erf() }, { $0.sign() }, { $0.floor() }, { $0.clamp(min: -0.5, max: 0.7) },
      { $0.clamp(min: 0.1) }, { $0.maskedFill($0 .> 0.3, 2) },
    ]
    for function in functions { checkGradients([x]) { function($0[0]) } }
    let ofPositive: [(Tensor) -> Tensor] = [
      { $0.log() }, { $0.sqrt() }, { $0.log1p() }, { $0.reciprocal() },
    ]
    for function in ofPositive { checkGradients([positive]) { function($0[0]) } }
  }

  /// Reductions over one, several and all axes, kept and dropped.
  @Test func reductions() {
    let cube = sample([2, 3, 4])
    for axes in [[], [0], [2], [0, 2], [-2]] {
      for keep in [false, true] {
        checkGradients([cube]) { $0[0].sum(dim: axes, keepDim: keep) }
        checkGradients([cube]) { $0[0].mean(dim: axes, keepDim: keep) }
        checkGradients([cube]) { $0[0].var(dim: axes, keepDim: keep) }
        checkGradients([cube]) { $0[0].std(dim: axes, unbiased: false, keepDim: keep) }
      }
    }
    for axis in [0, 1, -1] {
      checkGradients([cube]) { $0[0].max(axis).values }
      checkGradients([cube]) { $0[0].min(axis, keepDim: true).values }
    }
    checkGradients([cube]) { $0[0].max() }
    checkGradients([cube]) { $0[0].min() }
  }

  /// Shapes and parts.
  @Test func views() {
    let cube = sample([2, 3, 4])
    let views: [(Tensor) -> Tensor] = [
      { $0.view(6, 4) }, { $0.permute(2, 0, 1) }, { $0.transpose(0, 2).reshape(-1) },
      { $0.unsqueeze(1).squeeze(1) }, { $0.flatten(1) }, { $0[1] }, { $0[.all, 1..<3] },
      { $0[.all, 1..., .stride(by: 2)] }, { $0[.ellipsis, -1] }, { $0[0, .newAxis, 1] },
      { $0.narrow(2, start: 1, length: 2) }, { $0.select(1, 2) }, { $0.clone() },
      { $0.transpose(0, 1).contiguous() }, { $0[0].t() }, { $0.unsqueeze(0).expand(3, 2, 3, 4) },
      { $0.to(.float64) }, { $0.unbind(1)[2] }, { $0.split(3, dim: 2)[1] },
      { $0.chunk(2, dim: 2)[0] }, { cat([$0, $0 * 2, $0[.all, 0..<1]], dim: 1) },
      { stack([$0, $0 * $0, $0 + 1, $0 * 3], dim: -1) },
      { $0[.all, Tensor([2, 0, 2])] }, { $0[$0 .> 0.1] }, { $0[1, Tensor([0, 2]), 1...] },
      { $0.indexSelect(-1, Tensor([3, 3, 0])) }, { $0.maskedSelect($0 .< 0.4) },
    ]
    for view in views { checkGradients([cube]) { view($0[0]) } }
  }

  /// Matrix products of every rank, and the linear map.
  @Test func products() {
    func check(_ a: [Int], _ b: [Int]) {
      checkGradients([sample(a), sample(b, seed: 2)]) { matmul($0[0], $0[1]) }
    }
    check([2, 3], [3, 4])
    check([3], [3])
    check([2, 3], [3])
    check([3], [3, 2])
    check([2, 2, 3], [3, 2])
    check([2, 2, 3], [3])
    check([3], [2, 3, 2])
    check([2, 1, 2, 3], [2, 3, 2])
    checkGradients([sample([2, 3]).t(), sample([2, 4], seed: 2)]) { matmul($0[0], $0[1]) }
    for input in [[2, 3], [2, 2, 3], [3]] {
      let weights = [sample(input), sample([4, 3], seed: 2), sample([4], seed: 3)]
      checkGradients(weights) { linear($0[0], $0[1], $0[2]) }
      checkGradients(Array(weights.prefix(2))) { linear($0[0], $0[1]) }
    }
  }
}
