import Tensors
import Testing

/// What stands between brackets.
struct IndexingTests {
  private let x = Tensor.arange(24).view(2, 3, 4)

  /// Integers, ranges, steps, ellipsis and new axes select what Python's do.
  @Test func reading() {
    #expect(x[0].shape == [3, 4])
    #expect(x[-1, 0].scalars == [12, 13, 14, 15])
    #expect(x[.all, 1..<3].shape == [2, 2, 4])
    #expect(x[.all, 1..., .stride(by: 2)].scalars == [4, 6, 8, 10, 16, 18, 20, 22])
    #expect(x[.ellipsis, -1].scalars == [3, 7, 11, 15, 19, 23])
    #expect(x[0, ...1, ..<2].scalars == [0, 1, 4, 5])
    #expect(x[0, 0, (-2)...].scalars == [2, 3])
    #expect(x[0, 0, ..<(-1)].scalars == [0, 1, 2])
    #expect(x[0, 0, 1...2].scalars == [1, 2])
    #expect(x[0, 0, .stride(from: 1, to: -1, by: 2)].scalars == [1])
    #expect(x[0, .newAxis, 1].shape == [1, 4])
    #expect(x[0, 0, 2..<100].scalars == [2, 3])
    #expect(x[0, 0, 7..<9].shape == [0])
  }

  /// Assignment changes the selected elements, broadcasts and converts.
  @Test func assigning() {
    let y = x.clone()
    y[0, .all, 1] = Tensor([-1.9, -2, -3])
    #expect(y[0].scalars(as: Int.self) == [0, -1, 2, 3, 4, -2, 6, 7, 8, -3, 10, 11])
    y[1] = Tensor(5)
    #expect(y[1].sum().item() == 60)
    y[.ellipsis, 0..<2] += 10
    #expect(y[0, 0].scalars == [10, 9, 2, 3])
    y[0, 0].fill(1)
    #expect(y[0, 0].scalars == [1, 1, 1, 1])
  }

  /// Tensors of whole numbers pick, tensors of truth values keep.
  ///
  /// Shapes are those of PyTorch 2.15.0 for the same subscripts.
  @Test func indexTensors() {
    let index = Tensor([2, 0, -1])
    #expect(x[.all, index].shape == [2, 3, 4])
    #expect(x[1, index, 0].scalars == [20, 12, 20])
    #expect(x[.ellipsis, Tensor([[0, 1], [2, 3]])].shape == [2, 3, 2, 2])
    #expect(x[.newAxis, Tensor([1])].shape == [1, 1, 3, 4])
    #expect(x[Tensor(1)].shape == [3, 4])
    #expect(x[x .> 20].scalars == [21, 22, 23])
    #expect(x[Tensor([false, true])].shape == [1, 3, 4])
    #expect(x[0, x[0] .< 2].scalars == [0, 1])
    #expect(x[.all, Tensor([true, false, true]), 1].scalars == [1, 9, 13, 21])
    #expect(x.permute(2, 0, 1)[Tensor([3])].scalars == [3, 7, 11, 15, 19, 23])
    #expect(x.indexSelect(2, Tensor([1, 1])).shape == [2, 3, 2])
    #expect(x.maskedSelect(x .< 3).scalars == [0, 1, 2])
    #expect(Tensor([[0, 5], [7, 0]]).nonzero().scalars == [0, 1, 1, 0])
    #expect(x[Tensor([Int]())].shape == [0, 3, 4])
  }

  /// Picked elements are assigned in place, wherever they lie.
  @Test func assigningPicked() {
    let y = x.clone()
    y[y .> 10] = Tensor(0)
    #expect(y.sum().item() == 55)
    y[.all, Tensor([0, 2]), 1] = Tensor([[-1, -2], [-3, -4]])
    #expect(y[.all, .all, 1].scalars == [-1, 5, -2, -3, 0, -4])
    y.permute(2, 0, 1)[Tensor([3])] = Tensor(9)
    #expect(y[.ellipsis, 3].scalars == [9, 9, 9, 9, 9, 9])
  }

  /// A part that is assigned to itself stays what it is.
  @Test func assigningToItself() {
    let y = x.clone()
    y[0] = y[0]
    y[0] *= 2
    #expect(y.sum().item() == x.sum().item() + x[0].sum().item())
  }
}
