extension MaxPooling where Scalar == Float {
  /// ``forward(_:planes:input:output:indices:)`` for a shape that ``PoolingShape/isTwoByTwo``,
  /// four windows at a time.
  public static func forwardTwoByTwo(
    _ shape: PoolingShape, planes: Range<Int>, input: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>, indices: UnsafeMutablePointer<Int32>
  ) {
    let (width, outWidth) = (shape.columns.input, shape.columns.output)
    let lanes = SIMD4<Int32>(0, 2, 4, 6)
    for plane in planes {
      for y in 0..<shape.rows.output {
        let upper = input + plane * shape.inPlane + 2 * y * width
        let place = plane * shape.outPlane + y * outWidth
        let first = Int32(truncatingIfNeeded: 2 * y * width)
        var x = 0
        while x + 4 <= outWidth {
          let top = load8(upper + 2 * x)
          let bottom = load8(upper + width + 2 * x)
          let corner = lanes &+ (first &+ Int32(truncatingIfNeeded: 2 * x))
          var best = (value: top.evenHalf, index: corner)
          keepLarger(&best, top.oddHalf, corner &+ 1)
          keepLarger(&best, bottom.evenHalf, corner &+ Int32(truncatingIfNeeded: width))
          keepLarger(&best, bottom.oddHalf, corner &+ Int32(truncatingIfNeeded: width + 1))
          UnsafeMutableRawPointer(output + place + x).storeBytes(
            of: best.value, as: SIMD4<Float>.self)
          UnsafeMutableRawPointer(indices + place + x).storeBytes(
            of: best.index, as: SIMD4<Int32>.self)
          x += 4
        }
        while x < outWidth {
          var best = (value: upper[2 * x], index: 2 * x)
          for candidate in [2 * x + 1, 2 * x + width, 2 * x + width + 1] {
            if upper[candidate] > best.value || upper[candidate].isNaN {
              best = (upper[candidate], candidate)
            }
          }
          output[place + x] = best.value
          indices[place + x] = first &+ Int32(truncatingIfNeeded: best.index)
          x += 1
        }
      }
    }
  }

  @inline(__always)
  private static func load8(_ elements: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(elements).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  private static func keepLarger(
    _ best: inout (value: SIMD4<Float>, index: SIMD4<Int32>), _ value: SIMD4<Float>,
    _ index: SIMD4<Int32>
  ) {
    // Nothing is larger than a NaN, so one that is kept stays unless another NaN follows.
    let wins = (value .> best.value) .| (value .!= value)
    best.value.replace(with: value, where: wins)
    best.index.replace(with: index, where: wins)
  }
}
