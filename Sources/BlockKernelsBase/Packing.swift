@Sendable
func pack(
  _ images: UnsafePointer<Float>, _ imageStep: Int, _ y: UnsafeMutablePointer<Float>, _ count: Int,
  _ lanes: Int
) {
  if lanes == blockLanes, count >= Vector.scalarCount {
    return forEachSquare(count) { place, lane in
      transposeSquare(
        images + lane &* imageStep + place, imageStep, into: y + place &* blockLanes + lane,
        blockLanes)
    }
  }
  for place in 0..<count {
    for lane in 0..<lanes {
      y[place &* blockLanes &+ lane] = images[lane &* imageStep &+ place]
    }
    for lane in lanes..<blockLanes { y[place &* blockLanes &+ lane] = 0 }
  }
}

@Sendable
func unpack(
  _ x: UnsafePointer<Float>, _ images: UnsafeMutablePointer<Float>, _ imageStep: Int, _ count: Int,
  _ lanes: Int
) {
  if lanes == blockLanes, count >= Vector.scalarCount {
    return forEachSquare(count) { place, lane in
      transposeSquare(
        x + place &* blockLanes + lane, blockLanes, into: images + lane &* imageStep + place,
        imageStep)
    }
  }
  for lane in 0..<lanes {
    let image = images + lane &* imageStep
    for place in 0..<count { image[place] = x[place &* blockLanes &+ lane] }
  }
}

/// Calls `body` with the first place and lane of each square of a full block, the last of which
/// begin early.
@inline(__always)
private func forEachSquare(_ count: Int, _ body: (_ place: Int, _ lane: Int) -> Void) {
  var place = 0
  while place < count {
    forEachVector(lanes: blockLanes) { body(min(place, count &- Vector.scalarCount), $0) }
    place &+= Vector.scalarCount
  }
}
