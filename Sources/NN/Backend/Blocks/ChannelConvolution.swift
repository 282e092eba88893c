internal import Kernels
internal import Tensors

/// Convolutions of few images, in planes of sixteen channels.
///
/// Only without gradients: the way back is no faster in such planes, and a weight that every step
/// changes is not worth transforming for few images.
struct ChannelConvolution {
  private let shape: ConvolutionShape
  private let output: BlockShape

  /// Nil when the loops do not take such a convolution, or would waste many lanes.
  init?(_ shape: ConvolutionShape) {
    guard !isGradEnabled, shape.batch < 8, shape.groups == 1, !shape.isMatrixProduct,
      [shape.rows, shape.columns].allSatisfy({ $0.stride == 1 && $0.output > 0 })
    else { return nil }
    self.shape = shape
    output = BlockShape(
      lane: .channel, batch: shape.batch, channels: shape.outChannels, rows: shape.rows.output,
      columns: shape.columns.output)
    guard output.fillsLanes else { return nil }
  }

  /// `input ⋆ weight + bias`.
  func forward(_ input: StridedView, weight: StridedView, bias: StridedView?) -> Planes {
    if let tiles = ChannelTiles(shape, output) {
      return TransformedPlanes(tiles, input, weight: weight, bias: bias)
    }
    return DirectPlanes(shape, output, input, weight: weight, bias: bias)
  }
}

extension BlockShape {
  /// Whether at least a third of all lanes hold something.
  var fillsLanes: Bool { 3 * channels >= Self.lanes * depth || lane == .image }
}
