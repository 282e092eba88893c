import Tensors
import Testing

/// Reductions against plain loops.
struct ReductionTests {
  private static let shapes = [
    [1], [5], [3, 1], [2, 7], [4, 3, 5], [2, 3, 1, 6], [9, 300], [700, 3],
  ]

  /// Sums, means, extremes and variances over every set of axes equal those of a plain loop.
  @Test(arguments: shapes) func equalPlainLoops(shape: [Int]) {
    for strided in [false, true] {
      let base = sample(shape)
      let x = strided ? base.permute(Array((0..<shape.count).reversed())) : base
      for mask in 1..<(1 << shape.count) {
        let axes = (0..<shape.count).filter { mask >> $0 & 1 == 1 }
        let groups = gather(x, axes)
        let sums = x.sum(dim: axes).scalars
        #expect(close(sums, groups.map { $0.reduce(0, +) }))
        #expect(close(x.to(.float32).sum(dim: axes).scalars, sums, 1e-5))
        #expect(close(x.mean(dim: axes).scalars, groups.map { $0.reduce(0, +) / Double($0.count) }))
        if groups[0].count > 1 {
          #expect(close(x.var(dim: axes).scalars, groups.map(variance)))
          #expect(close(x.std(dim: axes).scalars, groups.map { variance($0).squareRoot() }))
        }
        #expect(x.sum(dim: axes, keepDim: true).ndim == shape.count)
        if axes.count == 1 {
          let (values, indices) = x.max(axes[0])
          #expect(values.scalars == groups.map { $0.max() ?? 0 })
          #expect(
            indices.scalars(as: Int.self) == groups.map { $0.firstIndex(of: $0.max() ?? 0) ?? 0 })
          #expect(x.min(axes[0]).values.scalars == groups.map { $0.min() ?? 0 })
          #expect(x.argmin(axes[0]).scalars == x.min(axes[0]).indices.scalars)
        }
      }
    }
  }

  /// Whole numbers and truth values add up to int64.
  @Test func wholeNumbers() {
    #expect(Tensor([[1, 2], [3, 4]]).sum(dim: 0).scalars == [4, 6])
    #expect(Tensor([UInt8(200), 200]).sum().item() == 400)
    #expect((Tensor([1.0, 2, 3]) .> 1).sum().dtype == .int64)
    #expect(Tensor([[true, false]]).any(dim: 1).scalars == [1])
    #expect(Tensor([[true, false]]).all().item() == 0)
    #expect(Tensor([1, 1]).all().dtype == .bool)
  }

  /// Sums of nothing, and of many, are what they should be.
  @Test func extremesOfSize() {
    #expect(Tensor.empty(0).sum().item() == 0)
    #expect(Tensor.empty(0, 3).sum(dim: 0).scalars == [0, 0, 0])
    #expect(Tensor.empty(0).mean().item().isNaN)
    // Added one by one in single precision this would stop at 2^24.
    let ones = Tensor.ones(1 << 25)
    #expect(ones.sum().item() == Double(1 << 25))
    #expect(ones.view(1 << 24, 2).sum(dim: 0).scalars == [0x1p24, 0x1p24])
  }

  /// Of equal extremes the first is picked.
  @Test func ties() {
    let x = Tensor([[1.0, 3, 3], [2, 2, 2]])
    #expect(x.max(1).indices.scalars == [1, 0])
    #expect(x.max(1, keepDim: true).indices.shape == [2, 1])
    #expect(x.argmax().item() == 1)
    #expect(x.argmin(0).scalars == [0, 1, 1])
  }

  /// The elements that each element of a reduction over `axes` is made of.
  private func gather(_ x: Tensor, _ axes: [Int]) -> [[Double]] {
    let kept = (0..<x.ndim).filter { !axes.contains($0) }
    let flat = x.permute(kept + axes).scalars
    let size = axes.reduce(1) { $0 * x.size($1) }
    return stride(from: 0, to: flat.count, by: size).map { Array(flat[$0..<$0 + size]) }
  }

  private func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  private func close(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-12) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }
}
