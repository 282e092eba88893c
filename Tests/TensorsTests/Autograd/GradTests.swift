import Tensors
import Testing

/// `grad(of:with:)`: gradients without `grad`.
struct GradTests {
  /// Gradients of leaves and of results between come back, and no leaf gathers any.
  @Test func values() {
    let x = Tensor([2.0, 3], requiresGrad: true)
    let w = Tensor([5.0], requiresGrad: true)
    let y = x * w
    let gradients = grad(of: (y * y).sum(), with: [x, y, w])
    #expect(gradients.map(\.scalars) == [[100, 150], [20, 30], [130]])
    #expect(gradients.map(\.shape) == [[2], [2], [1]])
    #expect(x.grad == nil && w.grad == nil)
  }

  /// A result with many elements takes an explicit gradient; the result itself is an input as well.
  @Test func gradient() {
    let x = Tensor([2.0, 3], requiresGrad: true)
    let y = x * x
    let weights = Tensor([1.0, 10])
    #expect(grad(of: y, with: x, gradient: weights, retainGraph: true).scalars == [4, 60])
    #expect(grad(of: y, with: y, gradient: weights).scalars == [1, 10])
    #expect(grad(of: x, with: x, gradient: weights).scalars == [1, 10])
  }

  /// Only what leads to the inputs is computed, and only that is freed.
  @Test func path() {
    let x = Tensor([2.0], requiresGrad: true)
    let y = x * x
    let z = y * y
    #expect(grad(of: z, with: y).item() == 8)
    // The nodes behind `y` still have their values.
    #expect(grad(of: y, with: x).item() == 4)
    var count = 0
    let other = x.exp()
    other.registerHook { _ in count += 1 }
    let sum = y.detach() * other + x * 3
    let w = Tensor([1.0], requiresGrad: true)
    #expect(grad(of: sum * w, with: w).item().rounded() == 36)
    #expect(count == 0)
  }

  /// A pass for other tensors leaves nothing behind that a later pass would add.
  @Test func nothingIsLeftBehind() {
    let x = Tensor([2.0], requiresGrad: true)
    let w = Tensor([3.0], requiresGrad: true)
    let y = x * w
    let loss = y * x
    #expect(grad(of: loss, with: w, retainGraph: true).item() == 4)
    loss.backward()
    #expect(x.grad?.item() == 12 && w.grad?.item() == 4)
  }

  /// Unused inputs get zeros when that is allowed; returned gradients are their own.
  @Test func unused() {
    let x = Tensor([2.0], requiresGrad: true)
    let y = Tensor([1.0, 1], requiresGrad: true)
    let gradients = grad(of: x * 2, with: [x, y], allowUnused: true)
    #expect(gradients.map(\.scalars) == [[2], [0, 0]])
    let (a, b) = (Tensor([1.0], requiresGrad: true), Tensor([1.0], requiresGrad: true))
    let both = grad(of: a + b, with: [a, b])
    both[0].addInPlace(5)
    #expect(both[1].item() == 1)
  }
}
