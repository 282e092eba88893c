import Glibc
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

  /// Ten thousand steps leave no object behind: the process stays as large as it is.
  @Test func noObjectGrows() async {
    await #expect(processExitsWith: .success) {
      let w = Parameter(Tensor.ones(8, 8))
      let x = Tensor.ones(4, 8)
      let labels = Tensor([0, 3, 7, 1])
      w.registerHook { $0 * 0.5 }
      func step() {
        let scores = linear(x, w).tanh()
        let rows = scores * 1
        rows[0] += 1
        rows.view(32)[3...].clampInPlace(max: 3)
        let picked = rows[Tensor.arange(4), labels] - rows.logsumexp(dim: 1)
        let loss = -picked.mean() + scores.sort().values.cumsum(dim: 1).norm() * 0.01
        loss.backward()
        _ = grad(of: (w * w).sum(), with: w)
        noGrad { _ = w.grad.map { w.addInPlace($0, scale: -0.01) } }
        w.grad = nil
      }
      for _ in 0..<2000 { step() }
      let (tensors, pages) = (Allocator.bytes.live, residentPages())
      for _ in 0..<10_000 { step() }
      #expect(Allocator.bytes.live == tensors)
      // One lost object for each step would take more than a hundred.
      #expect(residentPages() - pages < 100)
    }
  }

  /// Views, hooks and a released graph keep nothing alive once the user lets go.
  @Test func viewsAndHooksFreeTheirTensors() async {
    await #expect(processExitsWith: .success) {
      let before = Allocator.bytes.live
      do {
        let x = Tensor.ones(100, 100, requiresGrad: true)
        let y = x * 2
        let part = y[0..<50]
        part.multiplyInPlace(3)
        y[0] = Tensor.ones(100)
        y.retainGrad()
        // Only while the graph waits for its pass do `y` and its hook hold each other.
        y.registerHook { $0 * y.detach() }
        (y * y).sum().backward()
      }
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

/// Pages of memory that this process has: the second number of `/proc/self/statm`.
private func residentPages() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  fgets(&line, 256, file)
  let fields = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(
    separator: " ")
  return Int(fields[1]) ?? 0
}
