internal import BlockTasks
internal import Tensors

/// Room for a matrix at each position of a tile, once or for several parts of the work.
struct PositionMatrices {
  /// Numbers from one position to the next: not a multiple of 4096 bytes, so that a cache can hold
  /// all positions of a weight at once.
  let step: Int
  /// The first matrix.
  let first: UnsafeMutablePointer<Float>
  private let memory: Storage

  /// Room for matrices of `count` numbers, which may be anything.
  init(parts: Int = 1, count: Int) {
    self.init(Storage(byteCount: parts * Self.count(count) * 4, device: .cpu), parts: parts)
  }

  /// The matrices in memory that is as large as ``count(_:)`` says.
  init(_ memory: Storage, parts: Int = 1) {
    self.memory = memory
    step = memory.byteCount / (4 * parts * TileLayout.positions)
    first = memory.base.assumingMemoryBound(to: Float.self)
  }

  /// Numbers of all positions when a matrix has `count`.
  static func count(_ count: Int) -> Int {
    TileLayout.positions * ((count + 1023) / 1024 * 1024 + 5 * 16)
  }

  /// The matrix of a part at a position.
  subscript(part: Int, position: Int) -> UnsafeMutablePointer<Float> {
    first + (part * TileLayout.positions + position) * step
  }
}
