import Tensors
import Testing

/// Memory comes back when tensors go.
///
/// Each test has a process of its own, where no other test's tensors are counted.
struct MemoryTests {
  /// A finished step leaves nothing behind but its gradients, though its loss is still held.
  @Test func stepsFreeTheirValues() async {
    await #expect(processExitsWith: .success) {
      let w = Parameter(Tensor.ones(64, 64))
      func step() -> Tensor {
        let loss = linear(Tensor.ones(32, 64), w).relu().exp().mean()
        loss.backward()
        return loss
      }
      _ = step()
      let before = Allocator.bytes.live
      let loss = step()
      #expect(loss.item() > 0)
      // The loss itself, and the number that seeds its gradient, are all that a step may hold.
      #expect(Allocator.bytes.live - before <= 256)
    }
  }

  /// Ten thousand steps take no more memory than one.
  @Test func nothingGrows() async {
    await #expect(processExitsWith: .success) {
      let w = Parameter(Tensor.ones(8, 8))
      func step() {
        let loss = (linear(Tensor.ones(4, 8), w).sigmoid() * 2).sum()
        loss.backward()
        noGrad { _ = w.grad.map { w.addInPlace($0, scale: -0.01) } }
        w.grad = nil
      }
      step()
      let before = Allocator.bytes.live
      for _ in 0..<10_000 { step() }
      #expect(Allocator.bytes.live == before)
    }
  }

  /// A block is used again for the next tensor of its size, and lies at a multiple of 64.
  @Test func blocksAreReused() async {
    await #expect(processExitsWith: .success) {
      var places: Set<Int> = []
      for count in [1, 100, 5000, 1 << 20] {
        for _ in 0..<3 {
          let tensor = Tensor.empty(count)
          places.insert(Int(bitPattern: tensor.elements.storage.base))
        }
      }
      #expect(places.allSatisfy { $0 % 64 == 0 })
      #expect(places.count < 12)
    }
  }
}
