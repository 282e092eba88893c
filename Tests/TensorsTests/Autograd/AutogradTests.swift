import Tensors
import Testing

/// The rules of the tape.
struct AutogradTests {
  /// Gradients of several passes add up until they are taken away.
  @Test func accumulation() {
    let x = Tensor([1.0, 2], requiresGrad: true)
    (x * x).sum().backward()
    (x * x).sum().backward()
    #expect(x.grad?.scalars == [4, 8])
    x.grad = nil
    (3 * x).sum().backward()
    #expect(x.grad?.scalars == [3, 3])
  }

  /// Leaves that got the same gradient keep it apart from each other.
  @Test func gradientsAreNotShared() {
    let x = Tensor([1.0], requiresGrad: true)
    let y = Tensor([1.0], requiresGrad: true)
    (x + y).backward(gradient: Tensor([1.0]))
    x.grad?.addInPlace(5)
    #expect(y.grad?.item() == 1)
    let seed = Tensor([1.0])
    (x * 1).backward(gradient: seed)
    (x + 0).backward(gradient: seed)
    #expect(seed.item() == 1)
    #expect(x.grad?.item() == 8)
  }

  /// A value used twice gets the sum of both ways, each computed once.
  @Test func sharedValues() {
    let x = Tensor([3.0], requiresGrad: true)
    let y = x * x
    let z = y + y * y
    z.backward()
    #expect(x.grad?.item() == 114)
  }

  /// What needs no gradients is not recorded.
  @Test func recording() {
    let x = Tensor([1.0], requiresGrad: true)
    #expect(!(Tensor([1.0]) * 2).requiresGrad)
    #expect((x * 2).requiresGrad && !(x * 2).isLeaf)
    #expect(!noGrad { x * 2 }.requiresGrad)
    #expect(noGrad { enableGrad { x * 2 } }.requiresGrad)
    #expect(isGradEnabled && !noGrad { isGradEnabled })
    #expect(!x.detach().requiresGrad && !(x .> 0).requiresGrad && !x.argmax().requiresGrad)
    #expect(!x.to(.int64).requiresGrad && x.to(.float64).requiresGrad)
  }

  /// `noGrad` ends when its body throws, and holds for its own thread alone.
  @Test func noGradEnds() async throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try noGrad { throw Stop() } }
    #expect(isGradEnabled)
  }

  /// A graph may be walked again when it is kept, and frees its values when it is not.
  @Test func retainGraph() {
    let x = Tensor([2.0], requiresGrad: true)
    let y = x * x * x
    y.backward(retainGraph: true)
    y.backward()
    #expect(x.grad?.item() == 24)
  }

  /// Only leaves hold gradients, and parameters and buffers are leaves.
  @Test func leaves() {
    let w = Parameter(Tensor.ones(2))
    #expect(w.requiresGrad && w.isLeaf)
    #expect(!Parameter(Tensor.ones(2), requiresGrad: false).requiresGrad)
    #expect(!Buffer(Tensor.ones(2)).requiresGrad)
    let y = w * 2
    y.sum().backward()
    #expect(y.grad == nil && w.grad?.scalars == [2, 2])
    w.requiresGrad = false
    #expect(w.grad == nil)
  }

  /// A gradient that passes through a change of type comes back in the leaf's type.
  @Test func types() {
    let x = Tensor([1.0, 2], requiresGrad: true)
    (x.to(.float64) * Tensor([2.0, 3], dtype: .float64)).sum().backward()
    #expect(x.grad?.dtype == .float32)
    #expect(x.grad?.scalars == [2, 3])
    let y = Tensor([1.0], requiresGrad: true)
    (y * Tensor([2.0, 3], dtype: .float64)).sum().backward()
    #expect(y.grad?.dtype == .float32 && y.grad?.item() == 5)
  }

  /// A chain of a hundred thousand steps is walked and freed without running out of stack.
  @Test func longChains() {
    let x = Tensor([1.0], requiresGrad: true)
    var y = x + 0
    for _ in 0..<100_000 { y = y + 1 }
    y.backward()
    #expect(x.grad?.item() == 1)
    var z = x * 1
    for _ in 0..<100_000 { z = z * 1 }
    z = x + 0
    #expect(z.requiresGrad)
  }

  /// An operation can be added with its derivative as a closure.
  @Test func closures() {
    func cube(_ x: Tensor) -> Tensor {
      Tensor.differentiable(
        "CubeBackward0", noGrad { x * x * x }, inputs: [x], saving: [x]
      ) { gradient, saved in [gradient * saved[0] * saved[0] * 3] }
    }
    #expect(cube(Tensor([2.0], requiresGrad: true)).gradFn == "CubeBackward0")
    checkGradients([sample([5])]) { cube($0[0]) }
  }
}
