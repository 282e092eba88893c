/// Remembers the signatures that were seen last, to refuse a message that comes twice.
struct ReplayGuard {
  private let capacity: Int
  private var seen: Set<[UInt8]> = []
  private var order: [[UInt8]] = []
  private var oldest = 0

  /// A guard that remembers `capacity` signatures.
  ///
  /// Jupyter's own session class keeps as many.
  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
  }

  /// Remembers a signature.
  ///
  /// - Returns: Whether it is new.
  mutating func insert(_ signature: [UInt8]) -> Bool {
    guard seen.insert(signature).inserted else { return false }
    if order.count < capacity {
      order.append(signature)
    } else {
      seen.remove(order[oldest])
      order[oldest] = signature
      oldest = (oldest + 1) % capacity
    }
    return true
  }
}
