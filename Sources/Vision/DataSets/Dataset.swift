/// Items that can be counted and taken by index: what a `DataLoader` makes batches of.
///
/// Two members make a data set:
///
///     struct Parabola: Dataset {
///       var count: Int { 100 }
///       subscript(index: Int) -> (Tensor, Tensor) {
///         let x = Tensor([Double(index) / 100])
///         return (x, x * x)
///       }
///     }
///
/// It can be looped over like any sequence: `for (x, y) in Parabola().prefix(3)`.
public protocol Dataset<Item>: Sequence where Iterator == DatasetIterator<Item> {
  /// What the set holds.
  associatedtype Item

  /// Number of items. (PyTorch: `len(dataset)`.)
  var count: Int { get }

  /// The item of an index from 0 to `count - 1`.
  ///
  /// A `DataLoader` with workers calls it from another thread.
  subscript(index: Int) -> Item { get }
}

extension Dataset {
  /// The number of items, by which `progress` knows how far a loop is.
  public var underestimatedCount: Int { count }

  /// Goes through the items in order.
  public func makeIterator() -> DatasetIterator<Item> { DatasetIterator(self) }
}

/// The items of a data set in order.
public struct DatasetIterator<Item>: IteratorProtocol {
  private let base: any Dataset<Item>
  private var index = 0

  init(_ base: any Dataset<Item>) {
    self.base = base
  }

  /// The next item; nil after the last one.
  public mutating func next() -> Item? {
    guard index < base.count else { return nil }
    defer { index += 1 }
    return base[index]
  }
}
