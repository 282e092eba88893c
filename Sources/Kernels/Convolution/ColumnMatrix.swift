/// The matrix whose product with the weight is a convolution ("im2col").
///
/// For one group of one image it has a row for each tap (input channel, kernel row, kernel column)
/// and a column for each output place. It is gathered from an image that has its padding already,
/// so that no loop asks where the picture ends.
enum ColumnMatrix<Scalar: RowScalar> {
  /// Writes the column matrix of the padded channels of a group.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func gather(
    _ shape: ConvolutionShape, padded: UnsafePointer<Scalar>,
    into matrix: UnsafeMutablePointer<Scalar>
  ) {
    let (width, height) = (shape.columns.output, shape.rows.output)
    let (step, lineStep) = (shape.columns.stride, shape.rows.stride * shape.columns.padded)
    forEachTap(shape) { tap, place in
      var source = padded + place
      var target = matrix + tap * shape.outPlane
      for _ in 0..<height {
        if step == 1 {
          Scalar.copyRow(source, to: target, count: width)
        } else {
          for x in 0..<width { target[x] = source[x &* step] }
        }
        source += lineStep
        target += width
      }
    }
  }

  /// Adds every element of a column matrix to the padded image element it was gathered from
  /// ("col2im").
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func scatterAdd(
    _ shape: ConvolutionShape, matrix: UnsafePointer<Scalar>,
    onto padded: UnsafeMutablePointer<Scalar>
  ) {
    let (width, height) = (shape.columns.output, shape.rows.output)
    let (step, lineStep) = (shape.columns.stride, shape.rows.stride * shape.columns.padded)
    forEachTap(shape) { tap, place in
      var source = matrix + tap * shape.outPlane
      var target = padded + place
      for _ in 0..<height {
        if step == 1 {
          Scalar.addRow(source, to: target, count: width)
        } else {
          for x in 0..<width { target[x &* step] += source[x] }
        }
        source += width
        target += lineStep
      }
    }
  }

  /// Calls `body` with the number of each tap and its place under the first window.
  @inline(__always)
  private static func forEachTap(_ shape: ConvolutionShape, _ body: (Int, Int) -> Void) {
    let (rows, columns) = (shape.rows, shape.columns)
    var tap = 0
    for channel in 0..<shape.groupInChannels {
      for ky in 0..<rows.kernel {
        let line = channel * shape.paddedPlane + ky * rows.dilation * columns.padded
        for kx in 0..<columns.kernel {
          body(tap, line + kx * columns.dilation)
          tap += 1
        }
      }
    }
  }
}
