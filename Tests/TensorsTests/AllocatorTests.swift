import Tensors
import Testing

/// Sizes of blocks.
struct AllocatorTests {
  /// Every size has a class whose blocks hold it and waste at most a fifth and a cache line.
  @Test func sizeClasses() {
    var last = -1
    for byteCount in Array(0...20_000) + [1 << 20, 1 << 20 + 1, 1 << 33] {
      let (index, size) = Allocator.sizeClass(byteCount)
      #expect(size >= byteCount && size % Allocator.alignment == 0)
      #expect(size - byteCount <= byteCount / 4 + Allocator.alignment)
      #expect(index >= last && index < 256)
      #expect(Allocator.sizeClass(size) == (index, size))
      last = index
    }
  }
}
