/// Number of images in a block.
let blockLanes = 16

/// Calls `body` with the first lane of each vector that a block with `lanes` images needs.
@inline(__always)
func forEachVector(lanes: Int, _ body: (_ lane: Int) -> Void) {
  var lane = 0
  while lane < lanes {
    body(lane)
    lane &+= Vector.scalarCount
  }
}

@inline(__always)
func load(_ x: UnsafePointer<Float>) -> Vector { UnsafeRawPointer(x).load(as: Vector.self) }

@inline(__always)
func load(_ x: UnsafeMutablePointer<Float>) -> Vector { load(UnsafePointer(x)) }

@inline(__always)
func store(_ value: Vector, _ y: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(y).storeBytes(of: value, as: Vector.self)
}

/// The same wherever the numbers lie.
@inline(__always)
func unaligned(_ x: UnsafePointer<Float>) -> Vector {
  UnsafeRawPointer(x).loadUnaligned(as: Vector.self)
}

@inline(__always)
func unaligned(_ x: UnsafeMutablePointer<Float>) -> Vector { unaligned(UnsafePointer(x)) }

@inline(__always)
func storeUnaligned(_ value: Vector, _ y: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(y).storeBytes(of: value, as: Vector.self)
}

/// The sum of those lanes of a vector that hold an image.
@inline(__always)
func sum(_ value: Vector, lanes: Int) -> Float {
  if lanes >= Vector.scalarCount { return total(value) }
  var total: Float = 0
  for lane in 0..<lanes { total += value[lane] }
  return total
}

/// The sum of all lanes, four at a time: the standard library adds them one after the other.
@inline(__always)
func total(_ value: Vector) -> Float {
  withUnsafeBytes(of: value) { lanes in
    var quarter = lanes.loadUnaligned(as: SIMD4<Float>.self)
    for index in 1..<Vector.scalarCount / 4 {
      quarter += lanes.loadUnaligned(fromByteOffset: 16 &* index, as: SIMD4<Float>.self)
    }
    return (quarter.x + quarter.z) + (quarter.y + quarter.w)
  }
}
