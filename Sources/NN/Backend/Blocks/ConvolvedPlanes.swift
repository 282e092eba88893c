internal import BlockTasks
internal import Kernels
internal import Synchronization
internal import Tensors

/// A convolution of one input channel, which nobody puts into memory.
///
/// Nine products take no longer than reading their sum from memory would: the first layer of a
/// network has the largest planes of all, too many for any cache, and is computed anew for what
/// follows it and on the way back. Windows of 5×5 are computed as often as well, but only a pooling
/// looks at most of their outputs, and that just once.
final class ConvolvedPlanes: Planes, @unchecked Sendable {
  /// The input with its padding around it.
  let x: StoredPlanes
  private let images: Planes
  private let window: Margins
  private let kernel: (rows: Int, columns: Int)
  private let rowDilation: Int
  /// As they are now: the optimizer changes its own.
  private let weights: [Float]
  private let biases: [Float]?
  private let knownTapSums = Mutex<TapSums?>(nil)

  /// The convolution of planes with the given padding around them.
  init(
    _ x: Planes, _ padding: Margins, _ shape: ConvolutionShape, _ output: BlockShape,
    weight: StridedView, bias: StridedView?
  ) {
    images = x
    self.x = x.stored(padding)
    window = padding
    kernel = (shape.rows.kernel, shape.columns.kernel)
    rowDilation = shape.rows.dilation
    weights = Self.copy(weight)
    biases = bias.map(Self.copy)
    super.init(output)
  }

  /// Whether computing anew is about as fast as reading.
  static func takes(_ shape: ConvolutionShape) -> Bool {
    let (rows, columns) = (shape.rows.kernel, shape.columns.kernel)
    return shape.inChannels == 1 && shape.columns.dilation == 1
      && (rows <= 3 && columns == 3 || rows <= 5 && columns == 5)
  }

  /// Whether sums over what taps see take less time than those over outputs.
  var hasFewTaps: Bool { kernel.rows * kernel.columns <= 9 }

  /// Whether these are the outputs for an input.
  func sees(_ input: Planes) -> Bool {
    if let packed = input as? PackedPlanes { return packed.isSame(as: images) }
    return input === images
  }

  override func compute(_ index: PlaneIndex, in tile: Target) -> Source {
    compute(index, rows: 0..<shape.rows, in: tile)
    return Source(tile)
  }

  /// Computes some rows of a plane.
  func compute(_ index: PlaneIndex, rows: Range<Int>, in tile: Target) {
    weights.withUnsafeBufferPointer { weights in
      var task = ConvolutionTask(
        x: x.window(block: index.block, window) + rows.lowerBound * x.rowStep,
        weight: weights.baseAddress! + index.channel * kernel.rows * kernel.columns, bias: nil,
        y: tile)
      task.inputs = 1
      task.xSteps = (x.planeStep, x.rowStep, rowDilation * x.rowStep, BlockShape.lanes)
      task.kernel = kernel
      task.size = (rows.count, shape.columns)
      task.zeroRows = (
        max(0, window.top - rows.lowerBound),
        max(0, window.bottom - (shape.rows - rows.upperBound))
      )
      task.lanes = shape.lanes(of: index.block)
      guard let biases else { return fast.convolveRows(task) }
      biases.withUnsafeBufferPointer {
        task.bias = $0.baseAddress! + index.channel
        fast.convolveRows(task)
      }
    }
  }

  /// What its taps see, summed over all images.
  var tapSums: TapSums {
    if let known = knownTapSums.withLock({ $0 }) { return known }
    let sums = TapSums(shape) { block in
      var task = WeightGradientTask(
        x: x.window(block: block, window), gradient: x.window(block: block, window),
        weightGradient: x.start(PlaneIndex(block: block, channel: 0)))
      task.inputs = 1
      task.xSteps = (x.planeStep, x.rowStep, rowDilation * x.rowStep, BlockShape.lanes)
      task.kernel = kernel
      task.size = (shape.rows, shape.columns)
      task.lanes = shape.lanes(of: block)
      return task
    }
    knownTapSums.withLock { $0 = sums }
    return sums
  }

  /// The weights and the bias of an output channel.
  func parameters(of channel: Int) -> (weights: ArraySlice<Float>, bias: Float) {
    let taps = kernel.rows * kernel.columns
    return (weights[channel * taps..<(channel + 1) * taps], biases?[channel] ?? 0)
  }

  /// Whether it was computed with these weights.
  func has(_ weight: StridedView) -> Bool {
    weights.elementsEqual(
      UnsafeBufferPointer(start: weight.pointer(Float.self), count: weight.count))
  }

  private static func copy(_ view: StridedView) -> [Float] {
    Array(UnsafeBufferPointer(start: view.pointer(Float.self), count: view.count))
  }
}
