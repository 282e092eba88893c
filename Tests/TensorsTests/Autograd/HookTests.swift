import Tensors
import Testing

/// What a gradient passes on its way.
struct HookTests {
  /// A hook sees the gradient of a pass, may replace it, and can be taken away.
  @Test func leaves() {
    let x = Tensor([1.0, 2], requiresGrad: true)
    var seen: [[Double]] = []
    x.registerHook { seen.append($0.scalars) }
    let handle = x.registerHook { $0 * 10 }
    // Both ways to `x` arrive as one sum.
    (x + x * x).sum().backward()
    #expect(seen == [[3, 5]])
    #expect(x.grad?.scalars == [30, 50])
    handle.remove()
    handle.remove()
    x.grad = nil
    x.sum().backward()
    #expect(seen == [[3, 5], [1, 1]])
    #expect(x.grad?.scalars == [1, 1])
  }

  /// A result's hook changes what flows on to the tensors before it.
  @Test func results() {
    let x = Tensor([3.0], requiresGrad: true)
    let y = x * 2
    y.registerHook { -$0 }
    (y * y).backward()
    #expect(x.grad?.item() == -24)
  }

  /// Hooks run one after the other, each with what the one before it gave.
  @Test func order() {
    let x = Tensor([1.0], requiresGrad: true)
    x.registerHook { $0 + 1 }
    x.registerHook { $0 * 10 }
    x.sum().backward()
    #expect(x.grad?.item() == 20)
  }

  /// A result keeps its gradient when it is asked to, and adds up those of several passes.
  @Test func retainGrad() {
    let x = Tensor([3.0], requiresGrad: true)
    let y = x * x
    y.retainGrad()
    let z = y * 5
    z.backward(retainGraph: true)
    #expect(y.grad?.item() == 5)
    z.backward()
    #expect(y.grad?.item() == 10 && z.grad == nil)
    y.grad = nil
    #expect(y.grad == nil)
  }

  /// What a hook computes is not recorded.
  @Test func recording() {
    let x = Tensor([1.0], requiresGrad: true)
    x.registerHook { gradient in
      #expect(!(gradient * x).requiresGrad)
      return gradient * x
    }
    (x * 2).backward()
    #expect(x.grad?.item() == 2)
  }
}
