import Tensors
import Testing

/// Changes in place, with and without gradients.
struct InPlaceTests {
  /// The in-place forms change the tensor itself, also through a constant.
  @Test func values() {
    let x = Tensor([1.0, 2])
    let same = x
    x += 1
    x *= Tensor([2.0])
    x -= Tensor([1.0, 0])
    x /= 3
    x.addInPlace(Tensor([1.0, 1]), scale: 0.5)
    #expect(same.scalars == [1.5, 2.5])
    let whole = Tensor([1, 2])
    whole += 3
    whole.addInPlace(Tensor([1, 1]), scale: -2)
    #expect(whole.scalars == [2, 3])
    x.copy(from: Tensor([7]))
    #expect(x.scalars == [7, 7])
    x.zero()
    #expect(x.scalars == [0, 0])
  }

  /// Changes are recorded: gradients flow to what was there before and to what came in.
  @Test func gradients() {
    let a = sample([2, 3])
    let b = sample([2, 3], seed: 2)
    let row = sample([3], seed: 3)
    let changes: [(Tensor, Tensor) -> Void] = [
      { $0 += $1 }, { $0 -= $1 }, { $0 *= $1 }, { $0 /= $1 },
      {
        $0 *= 3; $0 += $1
      },
      { x, y in
        x += 1; x -= 2; x /= 3; x += y
      }, { $0.addInPlace($1, scale: 0.3) },
      { $0.copy(from: $1) },
    ]
    for change in changes {
      for other in [b, row] {
        checkGradients([a, other]) { inputs in
          let x = inputs[0] * 2
          change(x, inputs[1])
          return x * x
        }
      }
    }
    checkGradients([a, row]) { inputs in
      let x = inputs[0] * 2
      x[0] = inputs[1]
      x[.all, 1..<2] = x[.all, 0..<1] * 3
      x[1, 0] = Tensor(2)
      return x * x
    }
  }

  /// Assigning to picked elements is recorded as well.
  @Test func gradientsOfPicked() {
    checkGradients([sample([2, 3]), sample([2], seed: 2)]) { inputs in
      let x = inputs[0] * 2
      x[.all, Tensor([0, 2])] = inputs[1]
      x[x .> 1.5] = inputs[1][0] * 3
      return x * x
    }
  }

  /// A recorded change of a tensor without history gives it one.
  @Test func intoPlainTensors() {
    let x = Tensor([2.0], requiresGrad: true)
    let sum = Tensor.zeros(1)
    sum += x
    sum += x * x
    sum.backward()
    #expect(x.grad?.item() == 5)
  }

  /// Without recording, parameters change freely: what an optimizer does.
  @Test func parameters() {
    let w = Parameter(Tensor([1.0, 2]))
    (w * w).sum().backward()
    noGrad { if let gradient = w.grad { w.addInPlace(gradient, scale: -0.5) } }
    #expect(w.scalars == [0, 0] && w.isLeaf)
  }
}
