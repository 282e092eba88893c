internal import Glibc
internal import Synchronization

/// Memory for tensors, kept for the next tensor of about the same size when one is gone.
///
/// A training step asks for the same sizes again and again, and fresh pages from the system cost
/// many times more than the work done on them. Sizes are rounded up to classes, four to each power
/// of two; free blocks of a class form a list whose links lie in the blocks themselves.
package enum Allocator {
  /// Every block starts at a multiple of this, a cache line and a vector of AVX-512.
  package static let alignment = 64

  /// Free bytes that are kept at most; what goes beyond is returned to the system.
  package static let cacheLimit = 1 << 30

  private struct Lists: ~Copyable {
    var heads = [UnsafeMutableRawPointer?](repeating: nil, count: 256)
    var cachedBytes = 0
    var liveBytes = 0
    var peakBytes = 0
    var requests = (count: 0, bytes: 0)
  }

  private static let lists = Mutex(Lists())

  /// Returns a block of at least `byteCount` bytes with unknown contents.
  package static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    let (index, size) = sizeClass(byteCount)
    let cached = lists.withLock { lists -> Int in
      lists.requests.count += 1
      lists.requests.bytes += size
      lists.liveBytes += size
      lists.peakBytes = max(lists.peakBytes, lists.liveBytes)
      guard let head = lists.heads[index] else { return 0 }
      lists.heads[index] = head.load(as: UnsafeMutableRawPointer?.self)
      lists.cachedBytes -= size
      return Int(bitPattern: head)
    }
    return UnsafeMutableRawPointer(bitPattern: cached) ?? fresh(size)
  }

  /// Takes back a block that `allocate` gave for the same `byteCount`.
  package static func deallocate(_ block: UnsafeMutableRawPointer, byteCount: Int) {
    let (index, size) = sizeClass(byteCount)
    let address = Int(bitPattern: block)
    let kept = lists.withLock { lists -> Bool in
      lists.liveBytes -= size
      guard lists.cachedBytes + size <= cacheLimit else { return false }
      let block = UnsafeMutableRawPointer(bitPattern: address)!
      block.storeBytes(of: lists.heads[index], as: UnsafeMutableRawPointer?.self)
      lists.heads[index] = block
      lists.cachedBytes += size
      return true
    }
    if !kept { free(block) }
  }

  /// Bytes of all tensors that live now, and the most that ever lived at once.
  package static var bytes: (live: Int, peak: Int) {
    lists.withLock { ($0.liveBytes, $0.peakBytes) }
  }

  /// How many blocks were asked for so far, and their bytes.
  package static var requests: (count: Int, bytes: Int) { lists.withLock { $0.requests } }

  /// The number of a size's class, and the size all its blocks have.
  package static func sizeClass(_ byteCount: Int) -> (index: Int, size: Int) {
    let units = max(1, (byteCount + alignment - 1) / alignment)
    if units <= 4 { return (units - 1, units * alignment) }
    let exponent = Int.bitWidth - 1 - (units - 1).leadingZeroBitCount
    let quarter = 1 << (exponent - 2)
    let quarters = (units + quarter - 1) / quarter
    return ((exponent - 2) * 4 + quarters - 1, quarters * quarter * alignment)
  }

  private static func fresh(_ size: Int) -> UnsafeMutableRawPointer {
    let huge = 1 << 21
    var block: UnsafeMutableRawPointer?
    let status = posix_memalign(&block, size >= huge ? huge : alignment, size)
    guard status == 0, let block else {
      misuse("no memory for \(size) bytes", in: "allocate", hint: "use a smaller batch")
    }
    if size >= huge { madvise(block, size, MADV_HUGEPAGE) }
    return block
  }
}
