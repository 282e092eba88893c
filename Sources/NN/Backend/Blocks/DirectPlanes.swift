internal import BlockTasks
internal import Kernels
internal import Tensors

/// A direct convolution of few images, computed for sixteen channels at a time when they are needed.
final class DirectPlanes: Planes, @unchecked Sendable {
  private let convolution: ConvolutionShape
  /// The images with their padding.
  private let images: Storage
  /// `[planes, taps, 16]`.
  private let weights: Storage
  private let biases: LaneNumbers?

  /// The convolution of images that lie one after the other.
  init(
    _ convolution: ConvolutionShape, _ output: BlockShape, _ input: StridedView,
    weight: StridedView, bias: StridedView?
  ) {
    self.convolution = convolution
    images = convolution.padded(input)
    weights = Self.pack(weight, convolution, output)
    biases = bias.map { LaneNumbers($0, output) }
    super.init(output)
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    let image = convolution.inChannels * convolution.paddedPlane
    let first = index.channel * convolution.taps * BlockShape.lanes
    var task = ConvolutionTask(
      x: images.base.assumingMemoryBound(to: Float.self) + index.block * image,
      weight: weights.base.assumingMemoryBound(to: Float.self) + first,
      bias: biases?[index.channel], y: tile)
    let (rows, columns) = (convolution.rows, convolution.columns)
    task.inputs = convolution.inChannels
    task.xSteps = (
      convolution.paddedPlane, columns.padded, rows.dilation * columns.padded, columns.dilation
    )
    task.kernel = (rows.kernel, columns.kernel)
    task.size = (shape.rows, shape.columns)
    task.lanes = shape.lanes(of: index)
    fast.convolveChannels(task)
    return Source(tile)
  }

  /// The weights of sixteen channels side by side, tap after tap.
  private static func pack(
    _ weight: StridedView, _ convolution: ConvolutionShape, _ output: BlockShape
  ) -> Storage {
    let (lanes, taps) = (BlockShape.lanes, convolution.taps)
    return weight.derived(for: DirectPlanes.self, count: output.depth * taps * lanes) { packed in
      for plane in 0..<output.depth {
        fast.pack(
          weight.pointer() + plane * lanes * taps, taps, packed + plane * taps * lanes, taps,
          output.lanes(of: PlaneIndex(block: 0, channel: plane)))
      }
    }
  }
}

extension ConvolutionShape {
  /// Images that lie one after the other, with their padding.
  fileprivate func padded(_ input: StridedView) -> Storage {
    let image = inChannels * paddedPlane
    let memory = Storage(byteCount: batch * image * 4, device: .cpu)
    let target = memory.base.assumingMemoryBound(to: Float.self)
    if isPadded { target.update(repeating: 0, count: batch * image) }
    for index in 0..<batch {
      PaddedImage.fill(self, from: input.pointer() + index * inImage, into: target + index * image)
    }
    return memory
  }
}
