/// A vector of AVX-512: a whole block.
typealias Vector = SIMD16<Float>

/// The lanes of a vector as whole numbers.
typealias Bits = SIMD16<UInt32>

/// Vectors of one block that a tile of a convolution holds for each of four channels: what
/// thirty-two registers have room for.
let tileWidth = 6

/// Rows of a tile of a matrix product, each of four vectors.
let productRows = 6

/// As many vectors as one has lanes.
typealias Square = InlineArray<16, Vector>

/// `sum + a · b`, rounded once.
@inline(__always)
func multiplyAdd<V: SIMD>(_ sum: V, _ a: V, _ b: V) -> V where V.Scalar == Float {
  sum.addingProduct(a, b)
}
