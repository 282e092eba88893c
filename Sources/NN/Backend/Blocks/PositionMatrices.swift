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
    step = (count + 1023) / 1024 * 1024 + 5 * 16
    memory = Storage(byteCount: parts * TileLayout.positions * step * 4, device: .cpu)
    first = memory.base.assumingMemoryBound(to: Float.self)
  }

  /// The matrix of a part at a position.
  subscript(part: Int, position: Int) -> UnsafeMutablePointer<Float> {
    first + (part * TileLayout.positions + position) * step
  }
}
