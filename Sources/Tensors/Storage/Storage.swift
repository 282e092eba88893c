/// The memory that tensors share: `view`, `permute` and subscripts look at one storage.
///
/// Unchecked, because like any array in PyTorch it may be read from many threads, while the one
/// who writes it must see to it that nobody else does.
package final class Storage: @unchecked Sendable {
  /// The first byte, at a multiple of 64.
  package let base: UnsafeMutableRawPointer
  /// Bytes in use.
  package let byteCount: Int
  /// Where the bytes are.
  package let device: Device
  /// Grows with each change in place, so that autograd notices a saved value that was changed.
  package var version = 0
  /// How many of those changes were recorded for gradients.
  var recordedChanges = 0

  /// Takes memory with unknown contents.
  package init(byteCount: Int, device: Device) {
    if device.kind != .cpu {
      misuse("there is no CUDA device", in: "Tensor", hint: "use `.cpu`")
    }
    self.byteCount = byteCount
    self.device = device
    base = Allocator.allocate(byteCount: byteCount)
  }

  deinit { Allocator.deallocate(base, byteCount: byteCount) }
}
