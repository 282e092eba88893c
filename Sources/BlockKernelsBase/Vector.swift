/// The vector of the plain x86-64 instruction set, and of any other processor.
typealias Vector = SIMD4<Float>

/// The lanes of a vector as whole numbers.
typealias Bits = SIMD4<UInt32>

/// Vectors of one block that a tile of a convolution holds for each of four channels: what sixteen
/// registers have room for.
let tileWidth = 2

/// Rows of a tile of a matrix product, each of four vectors.
let productRows = 2

/// As many vectors as one has lanes.
typealias Square = InlineArray<4, Vector>

/// `sum + a · b`.
///
/// There may be no fused instruction, and the library function takes a hundred times
/// as long.
@inline(__always)
func multiplyAdd<V: SIMD>(_ sum: V, _ a: V, _ b: V) -> V where V.Scalar == Float {
  sum + a * b
}
