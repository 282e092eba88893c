/// A vector of AVX2: half a block.
typealias Vector = SIMD8<Float>

/// The lanes of a vector as whole numbers.
typealias Bits = SIMD8<UInt32>

/// Vectors of one block that a tile of a convolution holds for each of four channels: what sixteen
/// registers have room for.
let tileWidth = 2

/// Rows of a tile of a matrix product, each of four vectors.
let productRows = 3

/// As many vectors as one has lanes.
typealias Square = InlineArray<8, Vector>

/// `sum + a · b`, rounded once.
@inline(__always)
func multiplyAdd<V: SIMD>(_ sum: V, _ a: V, _ b: V) -> V where V.Scalar == Float {
  sum.addingProduct(a, b)
}
