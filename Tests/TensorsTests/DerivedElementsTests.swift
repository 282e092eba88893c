import Tensors
import Testing

private enum Doubled {}
private enum Negated {}

/// Elements in another form, kept with their storage.
struct DerivedElementsTests {
  /// The first element and the number of times it was made in two forms, in a process of its own
  /// since all storages share a limit.
  @Test func keptUntilTheyChange() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor.full([4], 3.0)
      let storage = x.elements.storage
      var made = 0
      func derived(_ form: Any.Type, _ factor: Float) -> Float {
        let value = storage.base.load(as: Float.self)
        return storage.derived(for: form, byteCount: 4) {
          made += 1
          $0.storeBytes(of: factor * value, as: Float.self)
        }.base.load(as: Float.self)
      }
      #expect(derived(Doubled.self, 2) == 6 && derived(Doubled.self, 2) == 6 && made == 1)
      x.addInPlace(1)
      #expect(derived(Doubled.self, 2) == 8 && made == 2)
      x[2...].fill(9)
      #expect(derived(Doubled.self, 2) == 8 && made == 3)
      #expect(derived(Negated.self, -1) == -4 && derived(Doubled.self, 2) == 8 && made == 5)
    }
  }

  /// They go with the storage, and beyond the limit nothing is kept.
  @Test func limit() async {
    await #expect(processExitsWith: .success) {
      var made = 0
      func derive(_ x: Tensor, _ byteCount: Int) {
        _ = x.elements.storage.derived(for: Doubled.self, byteCount: byteCount) { _ in made += 1 }
      }
      let live = Allocator.bytes.live
      let most = Storage.derivedLimit
      do {
        let (x, y) = (Tensor.ones(1), Tensor.ones(1))
        for _ in 0..<2 { derive(x, most) }
        #expect(made == 1)
        for _ in 0..<2 { derive(y, 4) }
        #expect(made == 3)
      }
      #expect(Allocator.bytes.live == live)
      let z = Tensor.ones(1)
      for _ in 0..<2 { derive(z, most) }
      #expect(made == 4)
    }
  }
}
