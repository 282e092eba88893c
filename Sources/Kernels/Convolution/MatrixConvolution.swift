/// Convolution as matrix products, image by image: weight × column matrix.
///
/// Each function does the images of `images` on the calling thread, so that the caller can divide a
/// batch among threads. One image's column matrix stays in the second-level cache for the networks
/// of the tutorials, which is why images are not gathered into one large product.
public enum MatrixConvolution<Scalar: RowScalar> {
  /// Elements that are read.
  public typealias Source = UnsafePointer<Scalar>
  /// Elements that are written.
  public typealias Target = UnsafeMutablePointer<Scalar>
  typealias Factor = MatrixProduct<Scalar>.Factor

  /// Writes `output = input ⋆ weight + bias` for some images.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func forward(
    _ shape: ConvolutionShape, images: Range<Int>, input: Source, weight: Source, bias: Source?,
    output: Target, multiply: MatrixMultiply<Scalar>
  ) {
    fillWithBias(shape, images, bias, output)
    forEachGroup(shape, images) { image, group, scratch in
      let columns = scratch.columnMatrix(
        shape, of: input + image * shape.inImage + group * shape.groupInImage)
      multiply(
        MatrixProduct(
          rows: shape.groupOutChannels, columns: shape.outPlane, depth: shape.taps,
          Factor(weight + group * shape.groupOutChannels * shape.taps, rowStride: shape.taps),
          Factor(columns, rowStride: shape.outPlane),
          into: output + image * shape.outImage + group * shape.groupOutChannels * shape.outPlane,
          resultStride: shape.outPlane, accumulates: bias != nil))
    }
  }

  /// Writes the gradient with respect to the input for some images.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func inputGradient(
    _ shape: ConvolutionShape, images: Range<Int>, outputGradient: Source, weight: Source,
    inputGradient: Target, multiply: MatrixMultiply<Scalar>
  ) {
    forEachGroup(shape, images) { image, group, scratch in
      let groupGradient =
        outputGradient + image * shape.outImage + group * shape.groupOutChannels * shape.outPlane
      multiply(
        MatrixProduct(
          rows: shape.taps, columns: shape.outPlane, depth: shape.groupOutChannels,
          Factor(
            weight + group * shape.groupOutChannels * shape.taps, rowStride: shape.taps,
            isTransposed: true),
          Factor(groupGradient, rowStride: shape.outPlane), into: scratch.columns,
          resultStride: shape.outPlane))
      scratch.scatter(
        shape, into: inputGradient + image * shape.inImage + group * shape.groupInImage)
    }
  }

  /// Writes the share that some images have in the gradient with respect to the weight.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func weightGradient(
    _ shape: ConvolutionShape, images: Range<Int>, input: Source, outputGradient: Source,
    weightGradient: Target, multiply: MatrixMultiply<Scalar>
  ) {
    weightGradient.update(repeating: 0, count: shape.weightCount)
    forEachGroup(shape, images) { image, group, scratch in
      let columns = scratch.columnMatrix(
        shape, of: input + image * shape.inImage + group * shape.groupInImage)
      let firstOut = group * shape.groupOutChannels
      multiply(
        MatrixProduct(
          rows: shape.groupOutChannels, columns: shape.taps, depth: shape.outPlane,
          Factor(
            outputGradient + image * shape.outImage + firstOut * shape.outPlane,
            rowStride: shape.outPlane),
          Factor(columns, rowStride: shape.outPlane, isTransposed: true),
          into: weightGradient + firstOut * shape.taps, resultStride: shape.taps,
          accumulates: true))
    }
  }

  /// Writes the share that some images have in the gradient with respect to the bias.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func biasGradient(
    _ shape: ConvolutionShape, images: Range<Int>, outputGradient: Source, biasGradient: Target
  ) {
    biasGradient.update(repeating: 0, count: shape.outChannels)
    for image in images {
      if shape.outPlane == 1 {
        Scalar.addRow(
          outputGradient + image * shape.outImage, to: biasGradient, count: shape.outChannels)
        continue
      }
      for channel in 0..<shape.outChannels {
        let plane = outputGradient + image * shape.outImage + channel * shape.outPlane
        biasGradient[channel] += sum(plane, shape.outPlane)
      }
    }
  }

  /// Sum in four lanes: independent additions instead of one chain, and less rounding.
  @inline(__always)
  private static func sum(_ values: Source, _ count: Int) -> Scalar {
    var lanes: (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
    var index = 0
    while index + 4 <= count {
      lanes.0 += values[index]
      lanes.1 += values[index + 1]
      lanes.2 += values[index + 2]
      lanes.3 += values[index + 3]
      index += 4
    }
    while index < count {
      lanes.0 += values[index]
      index += 1
    }
    return (lanes.0 + lanes.1) + (lanes.2 + lanes.3)
  }

  @inline(__always)
  private static func fillWithBias(
    _ shape: ConvolutionShape, _ images: Range<Int>, _ bias: Source?, _ output: Target
  ) {
    guard let bias else { return }
    for image in images {
      if shape.outPlane == 1 {
        (output + image * shape.outImage).update(from: bias, count: shape.outChannels)
        continue
      }
      for channel in 0..<shape.outChannels {
        (output + image * shape.outImage + channel * shape.outPlane)
          .update(repeating: bias[channel], count: shape.outPlane)
      }
    }
  }

  /// Calls `body` for each group of each image.
  @inline(__always)
  private static func forEachGroup(
    _ shape: ConvolutionShape, _ images: Range<Int>,
    _ body: (_ image: Int, _ group: Int, _ scratch: ConvolutionScratch<Scalar>) -> Void
  ) {
    let scratch = ConvolutionScratch<Scalar>(shape)
    defer { scratch.deallocate() }
    for image in images {
      for group in 0..<shape.groups { body(image, group, scratch) }
    }
  }
}
