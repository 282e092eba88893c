/// The matrices of ``WinogradKernels`` times a column; a plane's tile takes them along its rows and
/// then along its columns.
typealias Line<let count: Int, V> = InlineArray<count, V>

/// `Bᵀ d`.
@inline(__always)
func transformed<V: SIMD>(input d: Line<4, V>) -> Line<4, V> where V.Scalar == Float {
  [d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]]
}

/// `B v`.
@inline(__always)
func transformed<V: SIMD>(inputGradient v: Line<4, V>) -> Line<4, V> where V.Scalar == Float {
  [v[0], v[1] - v[2] + v[3], v[1] + v[2] - v[0], -v[3]]
}

/// `Aᵀ m`.
@inline(__always)
func transformed<V: SIMD>(output m: Line<4, V>) -> Line<2, V> where V.Scalar == Float {
  [m[0] + m[1] + m[2], m[1] - m[2] - m[3]]
}

/// `A y`.
@inline(__always)
func transformed<V: SIMD>(outputGradient y: Line<2, V>) -> Line<4, V> where V.Scalar == Float {
  [y[0], y[0] + y[1], y[0] - y[1], -y[1]]
}

/// `G g`.
@inline(__always)
func transformed<V: SIMD>(weight g: Line<3, V>) -> Line<4, V> where V.Scalar == Float {
  let (ends, middle) = ((g[0] + g[2]) * 0.5, g[1] * 0.5)
  return [g[0], ends + middle, ends - middle, g[2]]
}

/// `Gᵀ u`.
@inline(__always)
func transformed<V: SIMD>(weightGradient u: Line<4, V>) -> Line<3, V> where V.Scalar == Float {
  let (sum, difference) = ((u[1] + u[2]) * 0.5, (u[1] - u[2]) * 0.5)
  return [u[0] + sum, difference, sum + u[3]]
}
