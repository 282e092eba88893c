import Tensors
import Testing

/// Arithmetic element by element.
struct ArithmeticTests {
  /// Operands repeat along axes of size one, whichever side lacks them.
  @Test func broadcasting() {
    let column = Tensor([[1.0], [2]])
    let row = Tensor([10.0, 20, 30])
    #expect((column + row).scalars == [11, 21, 31, 12, 22, 32])
    #expect((row - column).shape == [2, 3])
    #expect((Tensor.ones(4, 1, 3) * Tensor.ones(2, 1)).shape == [4, 2, 3])
    #expect((Tensor.ones(0, 3) + Tensor.ones(3)).shape == [0, 3])
  }

  /// Results take PyTorch's type: `torch.result_type` for each pair.
  @Test func promotion() {
    let whole = Tensor([1, 2])
    #expect((whole + 1).dtype == .int64)
    #expect((whole + 1.5).dtype == .float32)
    #expect((whole / 2).dtype == .float32)
    #expect((whole / whole).scalars == [1, 1])
    #expect((whole.to(.uint8) + whole.to(.int32)).dtype == .int32)
    #expect((whole.to(.int32) + Tensor(1)).dtype == .int32)
    #expect((whole + Tensor(1.5, dtype: .float64)).dtype == .float64)
    #expect((Tensor([1.0]) + Tensor(1.5, dtype: .float64)).dtype == .float32)
    #expect((Tensor([true]) + 1).dtype == .int64)
    #expect((Tensor([true]) + Tensor([true])).scalars == [1])
    #expect((Tensor([1.0], dtype: .float64) * 0.1).item() == 0.1)
    #expect(whole.exp().dtype == .float32)
  }

  /// Numbers stand on either side.
  @Test func numbers() {
    let x = Tensor([1.0, 2, 4])
    #expect((2 + x).scalars == [3, 4, 6])
    #expect((2 - x).scalars == [1, 0, -2])
    #expect((x - 2).scalars == [-1, 0, 2])
    #expect((2 * x).scalars == [2, 4, 8])
    #expect((2 / x).scalars == [2, 1, 0.5])
    #expect((-x).scalars == [-1, -2, -4])
    #expect((1 - Tensor([1, 2])).dtype == .int64)
  }

  /// Comparisons give truth values, with numbers on either side.
  @Test func comparison() {
    let x = Tensor([1.0, 2, 3])
    #expect((x .> 2).scalars(as: Bool.self) == [false, false, true])
    #expect((2 .> x).scalars(as: Bool.self) == [true, false, false])
    #expect((x .>= 2).eq(Tensor([false, true, true])).all().item() == 1)
    #expect((x .== Tensor([1.0, 5, 3])).dtype == .bool)
    #expect(x.ne(2).sum().item() == 2)
    #expect((Tensor([1, 2]) .< 1.5).scalars == [1, 0])
    #expect((Tensor([Double.nan]) .== Double.nan).scalars == [0])
    #expect(x.equal(x.clone()) && !x.equal(x + 1) && !x.equal(x.view(3, 1)))
  }

  /// Powers, remainders and rounding follow Python's rules for signs.
  @Test func powersAndRemainders() {
    #expect(Tensor([2, 3]).pow(3).scalars == [8, 27])
    #expect(Tensor([4.0, 9]).pow(0.5).scalars == [2, 3])
    #expect(Tensor([2.0]).pow(Tensor([-1.0])).item() == 0.5)
    #expect(Tensor([-7, 7]).remainder(3).scalars == [2, 1])
    #expect(Tensor([-7.5, 7.5]).remainder(2).scalars == [0.5, 1.5])
    #expect(Tensor([-7, 7]).floorDivide(2).scalars == [-4, 3])
    #expect(Tensor([0.5, 1.5, -1.5]).round().scalars == [0, 2, -2])
    #expect(Tensor([-1.5, 1.5]).floor().scalars == [-2, 1])
  }

  /// Not a number passes through the operations that choose.
  @Test func notANumber() {
    let x = Tensor([Double.nan, -1])
    #expect(x.relu()[0].item().isNaN)
    #expect(x.clamp(min: 0)[0].item().isNaN)
    #expect(x.max().item().isNaN)
    #expect(x.argmax().item() == 0)
    #expect(maximum(x, Tensor([0.0, 0]))[0].item().isNaN)
  }

  /// Every operation gives on strided operands what it gives on contiguous ones, at sizes around
  /// the vector lengths and above what one thread takes.
  @Test(arguments: [1, 3, 7, 8, 17, 64, 70_001]) func stridedOperands(count: Int) {
    let a = sample([count, 2], seed: 1)
    let b = sample([count, 2], seed: 2)
    let operations: [(Tensor, Tensor) -> Tensor] = [
      { $0 + $1 }, { $0 - $1 }, { $0 * $1 }, { $0 / $1 }, { maximum($0, $1) },
      { choose($0 .> $1, $0, $1) }, { ($0 .<= $1).to(.float64) }, { x, _ in x.exp() },
    ]
    for operation in operations {
      for (x, y) in [(a[.all, 0], b[.all, 1]), (a[.all, 1], b[0, 0]), (a[0, 1], b[.all, 0])] {
        #expect(operation(x, y).equal(operation(x.clone(), y.clone())))
        let plain = zip(x.expand([count]).scalars, y.expand([count]).scalars)
        #expect((x + y).expand([count]).scalars == plain.map { $0 + $1 })
      }
    }
  }
}
