/// The convolution as its definition states it, in seven nested loops.
///
/// The fast path is tested against it, with any stride, padding, dilation and number of groups.
/// As in PyTorch this is a cross-correlation: the kernel is not flipped.
public enum ReferenceConvolution<Scalar: BinaryFloatingPoint> {
  /// Calls `body` with the flat places of output, input and weight for every product of the sum.
  @inline(__always)
  static func forEachProduct(
    _ shape: ConvolutionShape, _ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void
  ) {
    let (rows, columns) = (shape.rows, shape.columns)
    for image in 0..<shape.batch {
      for outChannel in 0..<shape.outChannels {
        let firstChannel = outChannel / shape.groupOutChannels * shape.groupInChannels
        for y in 0..<rows.output {
          for x in 0..<columns.output {
            let output =
              image * shape.outImage + outChannel * shape.outPlane
              + y * columns.output + x
            for channel in 0..<shape.groupInChannels {
              for ky in 0..<rows.kernel {
                for kx in 0..<columns.kernel {
                  let row = rows.position(window: y, tap: ky)
                  let column = columns.position(window: x, tap: kx)
                  guard 0..<rows.input ~= row, 0..<columns.input ~= column else { continue }
                  let input =
                    image * shape.inImage + (firstChannel + channel) * shape.inPlane
                    + row * columns.input + column
                  let weight =
                    outChannel * shape.taps
                    + (channel * rows.kernel + ky) * columns.kernel + kx
                  body(output, input, weight)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Writes `output = input ⋆ weight + bias`.
  public static func forward(
    _ shape: ConvolutionShape, input: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, output: UnsafeMutablePointer<Scalar>
  ) {
    for index in 0..<shape.batch * shape.outImage {
      output[index] = bias.map { $0[index / shape.outPlane % shape.outChannels] } ?? 0
    }
    forEachProduct(shape) { output[$0] += input[$1] * weight[$2] }
  }

  /// Writes the gradient with respect to the input.
  public static func inputGradient(
    _ shape: ConvolutionShape, outputGradient: UnsafePointer<Scalar>,
    weight: UnsafePointer<Scalar>, inputGradient: UnsafeMutablePointer<Scalar>
  ) {
    inputGradient.update(repeating: 0, count: shape.batch * shape.inImage)
    forEachProduct(shape) { inputGradient[$1] += outputGradient[$0] * weight[$2] }
  }

  /// Writes the gradient with respect to the weight.
  public static func weightGradient(
    _ shape: ConvolutionShape, input: UnsafePointer<Scalar>,
    outputGradient: UnsafePointer<Scalar>, weightGradient: UnsafeMutablePointer<Scalar>
  ) {
    weightGradient.update(repeating: 0, count: shape.weightCount)
    forEachProduct(shape) { weightGradient[$2] += outputGradient[$0] * input[$1] }
  }

  /// Writes the gradient with respect to the bias.
  public static func biasGradient(
    _ shape: ConvolutionShape, outputGradient: UnsafePointer<Scalar>,
    biasGradient: UnsafeMutablePointer<Scalar>
  ) {
    biasGradient.update(repeating: 0, count: shape.outChannels)
    for index in 0..<shape.batch * shape.outImage {
      biasGradient[index / shape.outPlane % shape.outChannels] += outputGradient[index]
    }
  }
}
