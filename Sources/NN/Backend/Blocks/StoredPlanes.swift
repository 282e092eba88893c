internal import Tensors

/// Planes in memory, each with its margins of zeros around it.
final class StoredPlanes: Planes, @unchecked Sendable {
  let margins: Margins
  /// Numbers from one row of a plane to the next.
  let rowStep: Int
  /// Numbers from one plane to the next.
  let planeStep: Int
  private let memory: Storage
  private let first: UnsafeMutablePointer<Float>

  /// Planes with unknown contents.
  init(_ shape: BlockShape, _ margins: Margins = Margins()) {
    self.margins = margins
    rowStep = (margins.left + shape.columns + margins.right) * BlockShape.lanes
    planeStep = (margins.top + shape.rows + margins.bottom) * rowStep
    memory = Storage(byteCount: shape.planes * planeStep * 4, device: .cpu)
    first = memory.base.assumingMemoryBound(to: Float.self)
    super.init(shape)
  }

  /// The first number of a plane, inside its margins.
  func start(_ index: PlaneIndex) -> UnsafeMutablePointer<Float> {
    first + (index.block * shape.depth + index.channel) * planeStep + margins.top * rowStep
      + margins.left * BlockShape.lanes
  }

  /// The first window of a block that begins in the given margins.
  func window(block: Int, _ wanted: Margins) -> UnsafeMutablePointer<Float> {
    start(PlaneIndex(block: block, channel: 0)) - wanted.top * rowStep
      - wanted.left * BlockShape.lanes
  }

  override var inMemory: StoredPlanes? { self }

  override func stored(_ wanted: Margins) -> StoredPlanes {
    margins.cover(wanted) ? self : super.stored(wanted)
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    if margins == Margins() { return Source(start(index)) }
    let (row, width) = (start(index), shape.columns * BlockShape.lanes)
    for y in 0..<shape.rows { (tile + y * width).update(from: row + y * rowStep, count: width) }
    return Source(tile)
  }

  /// Takes the numbers of a plane, and writes its margins.
  func store(_ plane: Source, at index: PlaneIndex) {
    let target = start(index)
    if margins == Margins() {
      if Source(target) != plane {
        target.update(from: plane, count: shape.places * BlockShape.lanes)
      }
      return
    }
    let (left, right) = (margins.left * BlockShape.lanes, margins.right * BlockShape.lanes)
    let width = shape.columns * BlockShape.lanes
    (target - left - margins.top * rowStep).update(repeating: 0, count: margins.top * rowStep)
    for y in 0..<shape.rows {
      let row = target + y * rowStep
      (row - left).update(repeating: 0, count: left)
      row.update(from: plane + y * width, count: width)
      (row + width).update(repeating: 0, count: right)
    }
    (target - left + shape.rows * rowStep)
      .update(repeating: 0, count: margins.bottom * rowStep)
  }
}
