internal import BlockTasks

/// Some planes of one block that follow each other in memory.
struct PlaneGroup {
  /// The first number of the first plane, inside its margins.
  let start: UnsafePointer<Float>
  /// Numbers from one plane to the next.
  let planeStep: Int
  /// Numbers from one row of a plane to the next.
  let rowStep: Int

  /// The sum over a plane, row by row where it has margins.
  func sum(of plane: Int, size: BlockShape, lanes: Int) -> Double {
    let first = start + plane * planeStep
    if rowStep == size.columns * BlockShape.lanes { return fast.sum(first, size.places, lanes) }
    return (0..<size.rows).reduce(0) { $0 + fast.sum(first + $1 * rowStep, size.columns, lanes) }
  }
}

extension Planes {
  /// Calls `body` with the planes of a block in groups of four, or with all of them at once when
  /// they are in memory.
  func forEachGroup(of block: Int, _ body: (PlaneGroup, _ channels: Range<Int>) -> Void) {
    if let planes = inMemory {
      let start = planes.start(PlaneIndex(block: block, channel: 0))
      let group = PlaneGroup(
        start: start, planeStep: planes.planeStep, rowStep: planes.rowStep)
      return body(group, 0..<shape.channels)
    }
    withTile(places: 4 * shape.places) { tile in
      let (size, rowStep) = (shape.places * BlockShape.lanes, shape.columns * BlockShape.lanes)
      for first in stride(from: 0, to: shape.channels, by: 4) {
        let channels = first..<min(first + 4, shape.channels)
        for channel in channels {
          let place = tile + (channel - first) * size
          let plane = plane(PlaneIndex(block: block, channel: channel), in: place)
          if plane != UnsafePointer(place) { place.update(from: plane, count: size) }
        }
        body(PlaneGroup(start: tile, planeStep: size, rowStep: rowStep), channels)
      }
    }
  }
}
