import Tensors
import Testing

/// Changes in place through views, and of tensors that views look at.
///
/// The names of the nodes are those that PyTorch 2.15.0 prints.
struct ViewHistoryTests {
  /// A change through a view becomes part of its base's history, and of the view's own.
  @Test func throughView() {
    let a = Tensor([1.0, 2, 3], requiresGrad: true)
    let b = a * 2
    let c = b[0..<2]
    c *= 3
    #expect("\(b)" == "tensor([ 6., 12.,  6.], grad_fn=<CopySlices>)")
    #expect("\(c)" == "tensor([ 6., 12.], grad_fn=<AsStridedBackward0>)")
    (b * b).sum().backward()
    #expect(a.grad?.scalars == [72, 144, 24])
  }

  /// A view taken before a change of its base follows it.
  @Test func throughBase() {
    let a = Tensor([1.0, 2, 3], requiresGrad: true)
    let b = a * 1
    let part = b[1...]
    b *= a
    #expect(part.gradFn == "AsStridedBackward0")
    part.sum().backward()
    #expect(a.grad?.scalars == [0, 4, 6])
  }

  /// A plain tensor becomes part of a history when a view of it does.
  @Test func plainBase() {
    let a = Tensor([1.0, 2], requiresGrad: true)
    let rows = Tensor.zeros(2, 2)
    let first = rows[0]
    let second = rows[1]
    #expect(!first.requiresGrad)
    first.copy(from: a)
    second.addInPlace(a * 3)
    #expect(rows.requiresGrad && first.requiresGrad && !rows.isLeaf)
    (rows * Tensor([[1.0, 10], [100, 1000]])).sum().backward()
    #expect(a.grad?.scalars == [301, 3010])
  }

  /// Elements that `expand` repeats sum their gradients when the view follows its base.
  @Test func expandedView() {
    let a = Tensor([1.0, 2], requiresGrad: true)
    let b = a * 1
    let wide = b.unsqueeze(0).expand(3, 2)
    b += 1
    wide.sum().backward()
    #expect(a.grad?.scalars == [3, 3])
  }

  /// A base that does not lie in reading order gets its gradients in the right places.
  @Test func stridedBase() {
    let values = Tensor.arange(6).to(.float32).view(2, 3).t().detach()
    let a = Tensor([10.0, 20], requiresGrad: true)
    let base = values[1..., .all].detach()
    let part = base[0]
    part.multiplyInPlace(a)
    #expect(base.scalars == [10, 80, 2, 5])
    (base * Tensor([[1.0, 2], [3, 4]])).sum().backward()
    #expect(a.grad?.scalars == [1, 8])
  }

  /// Without recording, views of leaves change freely.
  @Test func withoutRecording() {
    let w = Parameter(Tensor.ones(2, 2))
    noGrad { w[0] *= 3 }
    #expect(w.scalars == [3, 3, 1, 1] && w.isLeaf)
    let view = w.view(4)
    noGrad { view[3] += 1 }
    #expect(w.scalars == [3, 3, 1, 2])
  }

  /// A view that is changed leaves saved values of its base out of date, which is noticed.
  @Test func savedValues() async {
    await #expect(processExitsWith: .failure) {
      let x = Tensor([1.0, 2], requiresGrad: true) * 1
      let y = x * x
      x[0] += 1
      y.sum().backward()
    }
  }
}
