/// Channels with their zero padding around them.
public enum PaddedImage<Scalar: RowScalar> {
  /// Writes the channels of a group into the middle of `padded`, whose edges are zero already.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func fill(
    _ shape: ConvolutionShape, from image: UnsafePointer<Scalar>,
    into padded: UnsafeMutablePointer<Scalar>
  ) {
    forEachLine(shape) { line, place in
      Scalar.copyRow(image + line, to: padded + place, count: shape.columns.input)
    }
  }

  /// Writes the middle of `padded` to the channels of a group.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func crop(
    _ shape: ConvolutionShape, _ padded: UnsafePointer<Scalar>,
    into image: UnsafeMutablePointer<Scalar>
  ) {
    forEachLine(shape) { line, place in
      Scalar.copyRow(padded + place, to: image + line, count: shape.columns.input)
    }
  }

  /// Calls `body` with the place of each line in the image and in the padded one.
  @inline(__always)
  private static func forEachLine(_ shape: ConvolutionShape, _ body: (Int, Int) -> Void) {
    let (rows, columns) = (shape.rows, shape.columns)
    for channel in 0..<shape.groupInChannels {
      for row in 0..<rows.input {
        body(
          channel * shape.inPlane + row * columns.input,
          channel * shape.paddedPlane + (row + rows.paddingBefore) * columns.padded
            + columns.paddingBefore)
      }
    }
  }
}
