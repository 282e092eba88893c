/// Convolution of few images with windows that step by one, each image as one product of matrices
/// that threads share.
///
/// A channel with its padding around it is one long row, and from a tap's place on it holds what
/// that tap sees of all windows: the matrix of what the taps see is gathered in whole rows. Outputs
/// are computed for the padded width, and those past the end of their rows are left out. The parts
/// of an image depend on the sizes alone, and so does each sum's order.
public struct TapConvolution {
  private let shape: ConvolutionShape
  private let product: VectorProduct
  /// Places of all windows in the padded width, rounded up to whole vectors.
  private let places: Int

  /// Nil for other windows, where much more than the outputs would be computed, and where the fast
  /// product is not the fastest.
  public init?(_ shape: ConvolutionShape) {
    guard shape.rows.stride == 1, shape.columns.stride == 1, shape.groups == 1,
      shape.columns.padded <= 2 * shape.columns.output, shape.outPlane >= 16
    else { return nil }
    self.shape = shape
    let used = (shape.rows.output - 1) * shape.columns.padded + shape.columns.output
    places = (used + 15) / 16 * 16
    var product = VectorProduct()
    (product.size, product.inner) = ((shape.outChannels, places), shape.taps)
    (product.aSteps, product.bSteps, product.cStep) = ((shape.taps, 1), (1, places), places)
    guard product.isFast else { return nil }
    self.product = product
  }

  /// Numbers that there must be room for.
  public var roomCount: Int { paddedCount + (shape.taps + shape.outChannels) * places }

  /// Writes `output = input ⋆ weight + bias`.
  public func forward(
    _ input: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    room: UnsafeMutablePointer<Float>, into output: UnsafeMutablePointer<Float>
  ) {
    let seen = room + paddedCount
    let sums = seen + shape.taps * places
    room.update(repeating: 0, count: paddedCount)
    for image in 0..<shape.batch {
      PaddedImage.fill(shape, from: input + image * shape.inImage, into: room)
      let grain = max(1, Self.copies / (places * shape.taps / shape.inChannels))
      parallelFor(count: shape.inChannels, grain: grain) { gather($0, room, into: seen) }
      let share = max(1, Self.products / max(1, product.work / product.parts))
      parallelFor(count: product.parts, grain: share) { range in
        for part in range { product.compute(part, weight, seen, bias: nil, into: sums) }
      }
      for channel in 0..<shape.outChannels {
        write(
          sums + channel * places, bias: bias?[channel] ?? 0,
          into: output + image * shape.outImage + channel * shape.outPlane)
      }
    }
  }

  /// Writes the rows of some channels' taps.
  private func gather(
    _ channels: Range<Int>, _ padded: UnsafePointer<Float>, into seen: UnsafeMutablePointer<Float>
  ) {
    let (rows, columns) = (shape.rows, shape.columns)
    var target = seen + channels.lowerBound * rows.kernel * columns.kernel * places
    for channel in channels {
      for y in 0..<rows.kernel {
        let row = channel * shape.paddedPlane + y * rows.dilation * columns.padded
        for x in 0..<columns.kernel {
          target.update(from: padded + row + x * columns.dilation, count: places)
          target += places
        }
      }
    }
  }

  /// Takes a channel's outputs out of the padded width.
  private func write(
    _ sums: UnsafePointer<Float>, bias: Float, into output: UnsafeMutablePointer<Float>
  ) {
    let (width, step) = (shape.columns.output, shape.columns.padded)
    for row in 0..<shape.rows.output {
      let (source, target) = (sums + row &* step, output + row &* width)
      for column in 0..<width { target[column] = source[column] + bias }
    }
  }

  /// Numbers of a padded image; the last rows of taps look a little past its end.
  private var paddedCount: Int { (shape.inChannels * shape.paddedPlane + 31) / 16 * 16 }

  /// Multiplications that are worth waking a thread for.
  private static let products = 1 << 18

  /// Numbers that are worth a part of their own when they are copied.
  private static let copies = 1 << 14
}
