/// Maximum over sliding windows.
///
/// The padding counts as -∞, the first of equal maxima wins, and a NaN wins over everything, as in
/// PyTorch.
public enum MaxPooling<Scalar: BinaryFloatingPoint> {
  /// Writes the maxima of some planes and, flat within its plane, where each was found.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ shape: PoolingShape, planes: Range<Int>, input: UnsafePointer<Scalar>,
    output: UnsafeMutablePointer<Scalar>, indices: UnsafeMutablePointer<Int32>
  ) {
    let (rows, columns) = (shape.rows, shape.columns)
    for plane in planes {
      let source = input + plane * shape.inPlane
      var place = plane * shape.outPlane
      for y in 0..<rows.output {
        for x in 0..<columns.output {
          var best = -Scalar.infinity
          var bestIndex: Int32 = -1
          for ky in 0..<rows.kernel {
            let row = rows.position(window: y, tap: ky)
            guard row >= 0, row < rows.input else { continue }
            for kx in 0..<columns.kernel {
              let column = columns.position(window: x, tap: kx)
              guard column >= 0, column < columns.input else { continue }
              let index = row * columns.input + column
              let value = source[index]
              if value > best || value.isNaN || bestIndex < 0 {
                best = value
                bestIndex = Int32(truncatingIfNeeded: index)
              }
            }
          }
          output[place] = best
          indices[place] = bestIndex
          place += 1
        }
      }
    }
  }

  /// Adds each output gradient of some planes to the input gradient at the place of its maximum.
  ///
  /// The input gradient is written as a whole. An index of -1 (a window wholly in the padding)
  /// receives nothing.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func backward(
    _ shape: PoolingShape, planes: Range<Int>, outputGradient: UnsafePointer<Scalar>,
    indices: UnsafePointer<Int32>, inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    for plane in planes {
      let target = inputGradient + plane * shape.inPlane
      target.update(repeating: 0, count: shape.inPlane)
      for place in plane * shape.outPlane..<(plane + 1) * shape.outPlane where indices[place] >= 0 {
        target[Int(indices[place])] += outputGradient[place]
      }
    }
  }
}
