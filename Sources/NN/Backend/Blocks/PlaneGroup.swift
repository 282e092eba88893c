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
  /// Calls `body` with some planes of a block, which are computed, used and forgotten while they lie
  /// in the cache if they are not in memory.
  func withGroup(of block: Int, _ channels: Range<Int>, _ body: (PlaneGroup) -> Void) {
    if let planes = inMemory {
      let start = planes.start(PlaneIndex(block: block, channel: channels.lowerBound))
      return body(
        PlaneGroup(start: start, planeStep: planes.planeStep, rowStep: planes.rowStep))
    }
    let (size, rowStep) = (shape.places * BlockShape.lanes, shape.columns * BlockShape.lanes)
    withTile(places: channels.count * shape.places) { tile in
      for (index, channel) in channels.enumerated() {
        let place = tile + index * size
        let plane = plane(PlaneIndex(block: block, channel: channel), in: place)
        if plane != UnsafePointer(place) { place.update(from: plane, count: size) }
      }
      body(PlaneGroup(start: tile, planeStep: size, rowStep: rowStep))
    }
  }
}
