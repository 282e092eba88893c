import Kernels
import Tensors
import Testing

/// Matrix products against the plain loops.
struct MatmulTests {
  /// Products of odd sizes, plain and transposed, in both precisions, equal the reference.
  @Test(arguments: [
    (1, 1, 1), (2, 3, 4), (5, 1, 7), (1, 9, 2), (17, 33, 65), (130, 70, 90), (40, 600, 100),
  ])
  func equalsReference(rows: Int, inner: Int, columns: Int) {
    for (turnA, turnB) in [(false, false), (true, false), (false, true), (true, true)] {
      let a = turnA ? sample([inner, rows]).t() : sample([rows, inner])
      let b = turnB ? sample([columns, inner], seed: 2).t() : sample([inner, columns], seed: 2)
      let expected = reference(a, b)
      #expect(largestError(matmul(a, b), expected) < 1e-12 * Double(inner))
      let single = matmul(a.to(.float32), b.to(.float32))
      #expect(largestError(single.to(.float64), expected) < 1e-5 * Double(inner))
    }
  }

  /// Parts of larger matrices, with steps in both directions, are multiplied right.
  @Test func stridedParts() {
    let big = sample([12, 14])
    let a = big[.stride(by: 2), .stride(from: 1, by: 3)]
    let b = big[0..<5, 2..<9]
    #expect(largestError(matmul(a, b), reference(a, b)) < 1e-12)
    let repeated = Tensor([[2.0]], dtype: .float64).expand(3, 5)
    #expect(largestError(matmul(repeated, b), reference(repeated, b)) < 1e-12)
  }

  /// Ranks combine as in `torch.matmul`.
  @Test func ranks() {
    func shape(_ a: [Int], _ b: [Int]) -> [Int] { matmul(.ones(a), .ones(b)).shape }
    #expect(shape([3], [3]) == [])
    #expect(shape([2, 3], [3]) == [2])
    #expect(shape([3], [3, 4]) == [4])
    #expect(shape([5, 2, 3], [3]) == [5, 2])
    #expect(shape([5, 2, 3], [3, 4]) == [5, 2, 4])
    #expect(shape([3], [5, 3, 4]) == [5, 4])
    #expect(shape([7, 1, 2, 3], [5, 3, 4]) == [7, 5, 2, 4])
    #expect(shape([2, 0], [0, 3]) == [2, 3])
    #expect(matmul(Tensor.ones(2, 0), Tensor.ones(0, 3)).sum().item() == 0)
    #expect(matmul(Tensor.ones(5, 0, 3), Tensor.ones(3, 2)).shape == [5, 0, 2])
  }

  /// Every matrix of a batch is multiplied by its own partner.
  @Test func batches() {
    let (a, b) = (sample([4, 5, 6]), sample([4, 6, 3], seed: 2))
    let product = matmul(a, b)
    for i in 0..<4 { #expect(largestError(product[i], reference(a[i], b[i])) < 1e-12) }
    let turned = matmul(a.transpose(1, 2), a)
    for i in 0..<4 { #expect(largestError(turned[i], reference(a[i].t(), a[i])) < 1e-12) }
  }

  /// Whole numbers are multiplied exactly.
  @Test func wholeNumbers() {
    let product = matmul(Tensor([[1, 2], [3, 4]]), Tensor([[5], [6]]))
    #expect(product.dtype == .int64)
    #expect(product.scalars == [17, 39])
  }

  /// A linear layer's map equals the product and the sum it stands for.
  @Test func linearMap() {
    let (x, w, b) = (sample([2, 5, 3]), sample([4, 3], seed: 2), sample([4], seed: 3))
    #expect(largestError(linear(x, w, b), matmul(x, w.t()) + b) < 1e-12)
    #expect(linear(x[0, 0], w, b).shape == [4])
  }

  private func reference(_ a: Tensor, _ b: Tensor) -> Tensor {
    let (x, y) = (a.scalars, b.scalars)
    let (rows, inner, columns) = (a.size(0), a.size(1), b.size(1))
    var z = [Double](repeating: 0, count: rows * columns)
    multiplyReference(
      rows: rows, columns: columns, inner: inner, x, steps: (inner, 1), y, steps: (columns, 1),
      into: &z, rowStep: columns)
    return Tensor(scalars: z, shape: [rows, columns], dtype: .float64)
  }

  private func largestError(_ a: Tensor, _ b: Tensor) -> Double { (a - b).abs().max().item() }
}
