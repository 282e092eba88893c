@Sendable
func pack(
  _ images: UnsafePointer<Float>, _ imageStep: Int, _ y: UnsafeMutablePointer<Float>, _ count: Int,
  _ lanes: Int
) {
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
  for lane in 0..<lanes {
    let image = images + lane &* imageStep
    for place in 0..<count { image[place] = x[place &* blockLanes &+ lane] }
  }
}
