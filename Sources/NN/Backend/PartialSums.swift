internal import Tensors

/// Arrays in which threads sum apart from each other.
///
/// The first is the result itself. Unchecked, because each thread keeps to its own part.
struct PartialSums<T: NetworkScalar>: @unchecked Sendable {
  private let parts: Int
  private let count: Int
  private let first: UnsafeMutablePointer<T>
  private let others: UnsafeMutablePointer<T>

  init(parts: Int, into result: StridedView) {
    self.parts = parts
    count = result.count
    first = result.pointer(T.self)
    others = .allocate(capacity: max(1, (parts - 1) * count))
    if parts == 0 { first.update(repeating: 0, count: count) }
  }

  subscript(part: Int) -> UnsafeMutablePointer<T> {
    part == 0 ? first : others + (part - 1) * count
  }

  /// Adds all parts to the first, in order.
  func finish() {
    for part in 1..<max(1, parts) { T.addRow(self[part], to: first, count: count) }
    others.deallocate()
  }
}
