internal import Glibc
internal import Kernels
internal import Synchronization

/// The memory that tensors share: `view`, `permute` and subscripts look at one storage.
///
/// Memory is taken when the bytes are first asked for; until then a backend may leave a `Promise`
/// of what they will be.
///
/// Unchecked, because like any array in PyTorch it may be read from many threads, while the one
/// who writes it must see to it that nobody else does.
package final class Storage: @unchecked Sendable {
  /// Bytes in use.
  package let byteCount: Int
  /// Where the bytes are.
  package let device: Device
  /// Grows with each change in place, so that autograd notices a saved value that was changed.
  package var version = 0
  /// How many of those changes were recorded for gradients.
  var recordedChanges = 0

  /// Where the first byte is; or one of the two marks below.
  private let address = Atomic<UInt>(untouched)
  private static let untouched: UInt = 0
  private static let beingFilled: UInt = 1
  private var promised: (any Promise)?
  /// The elements in another form, for whoever needs that again and again.
  var derived: DerivedElements?

  /// Memory with unknown contents.
  package init(byteCount: Int, device: Device) {
    if device.kind != .cpu {
      misuse("there is no CUDA device", in: "Tensor", hint: "use `.cpu`")
    }
    self.byteCount = byteCount
    self.device = device
  }

  deinit {
    if let block = UnsafeMutableRawPointer(bitPattern: address.load(ordering: .relaxed)) {
      Allocator.deallocate(block, byteCount: byteCount)
    }
  }

  /// The first byte, at a multiple of 64.
  package var base: UnsafeMutableRawPointer {
    @inline(__always) get {
      let known = address.load(ordering: .acquiring)
      return known > Self.beingFilled
        ? UnsafeMutableRawPointer(bitPattern: known).unsafelyUnwrapped : touched()
    }
  }

  /// What the elements were promised to be, unless they were changed since.
  package var promise: (any Promise)? { version == 0 ? promised : nil }

  /// Leaves a promise in place of elements; nobody may have looked at them yet.
  package func leave(_ promise: any Promise) {
    precondition(address.load(ordering: .relaxed) == Self.untouched)
    promised = promise
  }

  /// Takes memory and keeps the promise; whoever else asks meanwhile waits.
  @inline(never)
  private func touched() -> UnsafeMutableRawPointer {
    let attempt = address.compareExchange(
      expected: Self.untouched, desired: Self.beingFilled, ordering: .acquiring)
    if attempt.exchanged {
      let block = Allocator.allocate(byteCount: byteCount)
      if let promised { withoutInterruption { promised.fill(block) } }
      address.store(UInt(bitPattern: block), ordering: .releasing)
      return block
    }
    while true {
      let known = address.load(ordering: .acquiring)
      if known > Self.beingFilled {
        return UnsafeMutableRawPointer(bitPattern: known).unsafelyUnwrapped
      }
      sched_yield()
    }
  }
}
