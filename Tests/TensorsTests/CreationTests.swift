import Tensors
import Testing

/// Tensors from numbers, and numbers from tensors.
struct CreationTests {
  /// The literal decides type and shape, as in PyTorch.
  @Test func literals() {
    #expect(Tensor([1.0, 2, 3]).dtype == .float32)
    #expect(Tensor([0, 4]).dtype == .int64)
    #expect(Tensor([true, false]).dtype == .bool)
    #expect(Tensor([UInt8(1)]).dtype == .uint8)
    #expect(Tensor(3.5).shape == [])
    #expect(Tensor([[[1, 2]], [[3, 4]]]).shape == [2, 1, 2])
    #expect(Tensor([[1, 2.5], [3, 4]]).scalars == [1, 2.5, 3, 4])
    #expect(Tensor([Double]()).shape == [0])
    #expect(Tensor([1.0, 2], dtype: .float64).dtype == .float64)
  }

  /// The named constructors give PyTorch's values.
  @Test func constructors() {
    #expect(Tensor.zeros(2, 3).scalars == [0, 0, 0, 0, 0, 0])
    #expect(Tensor.ones(2, dtype: .int32).scalars == [1, 1])
    #expect(Tensor.full([2, 2], 7).dtype == .int64)
    #expect(Tensor.arange(6).scalars(as: Int.self) == [0, 1, 2, 3, 4, 5])
    #expect(Tensor.arange(1, 2, 0.25).scalars == [1, 1.25, 1.5, 1.75])
    #expect(Tensor.arange(5, 0, -2).scalars == [5, 3, 1])
    #expect(Tensor.linspace(0, 1, 5).scalars == [0, 0.25, 0.5, 0.75, 1])
    #expect(Tensor.eye(2, 3).scalars == [1, 0, 0, 0, 1, 0])
    #expect(Tensor.zeros(like: Tensor.eye(2, dtype: .int32)).dtype == .int32)
  }

  /// Ranges of fractions have PyTorch's last bits, which come from its vectors of eight.
  ///
  /// PyTorch 2.15.0: `f(t)` of `torch.arange(-1.0, 2.0, 0.007)`, `torch.linspace(-1.3, 2.7, 1001)`
  /// and the same as float64, where
  ///
  ///     def f(t): return sum(i * v for i, v in enumerate(t.double().tolist()))
  @Test func lastBitsOfRanges() {
    func f(_ tensor: Tensor) -> Double {
      tensor.scalars.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    }
    #expect(f(.arange(-1.0, 2.0, 0.007)) == 91775.39818863163)
    #expect(f(.linspace(-1.3, 2.7, 1001)) == 684684.0159066278)
    #expect(f(.arange(-1.0, 2.0, 0.007, dtype: .float64)) == 91775.39800000002)
    #expect(f(.linspace(-1.3, 2.7, 1001, dtype: .float64)) == 684683.9999999997)
  }

  /// Numbers come back as they went in, nested or flat, in the type that is asked for.
  @Test func readingBack() throws {
    let x = Tensor([[1, 2], [3, 4]])
    #expect(try #require(x.tolist() as? [[Int]]) == [[1, 2], [3, 4]])
    #expect(try #require(x.to(.float32)[0].tolist() as? [Double]) == [1, 2])
    #expect(Tensor(0.1).item() == 0.10000000149011612)
    #expect(x.sum().item(as: Int.self) == 10)
    #expect(x.t().scalars(as: Float.self) == [1, 3, 2, 4])
    #expect(try #require(Tensor(true).tolist() as? Bool))
  }

  /// Conversions cut off fractions and drop high bits, as C does.
  @Test func conversion() {
    #expect(Tensor([-1.7, 1.7]).to(.int64).scalars == [-1, 1])
    #expect(Tensor([300, -1]).to(.uint8).scalars == [44, 255])
    #expect(Tensor([0.0, 0.5]).to(.bool).scalars == [0, 1])
    #expect(Tensor([Double.nan]).to(.int64).scalars(as: Int.self) == [.min])
    let big = 1 << 62 + 1
    #expect(Tensor(big).item(as: Int.self) == big)
  }

  /// The tutorials' line that picks a device compiles and gives one that works.
  @Test func device() {
    let device: Device = .cuda.isAvailable ? .cuda : .cpu
    #expect(Tensor.zeros(2).to(device).device == device)
    #expect(Device.cpu.description == "cpu")
    #expect(!Device.cpu.name.isEmpty)
  }
}
