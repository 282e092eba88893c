internal import BlockTasks
internal import Kernels
internal import Tensors

/// Convolutions that step by one, in blocks.
struct BlockConvolution {
  let shape: ConvolutionShape
  private let input: BlockShape
  let output: BlockShape
  /// The way with fewer products, where it is faster.
  private let winograd: WinogradConvolution<SmallWindows>?
  /// The same for larger windows.
  private let wideWinograd: WinogradConvolution<WideWindows>?

  /// Nil when the loops over blocks do not take such a convolution, or would waste most lanes.
  init?(_ shape: ConvolutionShape) {
    let axes = [shape.rows, shape.columns]
    let fits = axes.allSatisfy {
      $0.stride == 1 && $0.output > 0 && max($0.paddingBefore, $0.paddingAfter) < $0.extent
    }
    guard fits, shape.groups == 1, shape.batch >= 8, !shape.isMatrixProduct else { return nil }
    self.shape = shape
    input = BlockShape(
      batch: shape.batch, channels: shape.inChannels, rows: shape.rows.input,
      columns: shape.columns.input)
    output = BlockShape(
      batch: shape.batch, channels: shape.outChannels, rows: shape.rows.output,
      columns: shape.columns.output)
    winograd = WinogradConvolution(shape, input: input, output: output)
    wideWinograd = WinogradConvolution(shape, input: input, output: output)
  }

  /// The padding of the input.
  var padding: Margins {
    Margins(
      top: shape.rows.paddingBefore, bottom: shape.rows.paddingAfter,
      left: shape.columns.paddingBefore, right: shape.columns.paddingAfter)
  }

  /// What the gradient of the output needs around it so that each element of the input sees all
  /// windows that it was in.
  private var fullPadding: Margins {
    let (rows, columns) = (shape.rows.extent - 1, shape.columns.extent - 1)
    return Margins(
      top: rows - padding.top, bottom: rows - padding.bottom, left: columns - padding.left,
      right: columns - padding.right)
  }

  /// The input as planes.
  func inputPlanes(_ view: StridedView) -> Planes { view.planes(input) }

  /// The output or its gradient as planes.
  func outputPlanes(_ view: StridedView) -> Planes { view.planes(output) }

  /// `x ⋆ weight + bias`.
  func forward(_ x: Planes, weight: StridedView, bias: StridedView?) -> Planes {
    if let winograd { return winograd.forward(x, weight: weight, bias: bias) }
    if let wideWinograd { return wideWinograd.forward(x, weight: weight, bias: bias) }
    if ConvolvedPlanes.takes(shape) {
      return ConvolvedPlanes(x, padding, shape, output, weight: weight, bias: bias)
    }
    let x = x.stored(padding)
    if DeferredPlanes.takes(output) {
      let (weight, bias) = (weight.copied(), bias?.copied())
      return DeferredPlanes(output, of: x) { block, planes in
        convolve(x, block, 0..<shape.outChannels, weight: weight, bias: bias, into: planes)
      }
    }
    let y = StoredPlanes(output)
    forEachPart(channels: shape.outChannels) { block, channels in
      let start = y.start(PlaneIndex(block: block, channel: 0))
      convolve(x, block, channels, weight: weight, bias: bias, into: start)
    }
    return y
  }

  /// Writes some of the planes of a block, which follow each other without gaps.
  private func convolve(
    _ x: StoredPlanes, _ block: Int, _ channels: Range<Int>, weight: StridedView,
    bias: StridedView?, into planes: UnsafeMutablePointer<Float>
  ) {
    let (first, plane) = (channels.lowerBound, output.places * BlockShape.lanes)
    var task = ConvolutionTask(
      x: x.window(block: block, padding), weight: weight.pointer() + first * shape.taps,
      bias: bias.map { UnsafePointer($0.pointer() + first) }, y: planes + first * plane)
    task.inputs = shape.inChannels
    task.outputs = channels.count
    task.xSteps = steps(x)
    task.weightSteps = (shape.taps, shape.rows.kernel * shape.columns.kernel, 1)
    task.yChannel = plane
    task.kernel = (shape.rows.kernel, shape.columns.kernel)
    task.size = (output.rows, output.columns)
    task.lanes = output.lanes(of: block)
    task.zeroRows = (padding.top, padding.bottom)
    fast.convolve(task)
  }

  /// Writes the gradients that are wanted.
  func backward(
    _ gradient: Planes, _ x: Planes, weight: StridedView, into gradients: ConvolutionGradients
  ) {
    if let winograd {
      return winograd.backward(gradient, x, weight: weight, into: gradients)
    }
    if let wideWinograd {
      return wideWinograd.backward(gradient, x, weight: weight, into: gradients)
    }
    gradients.input?.leave(inputGradient(gradient, weight: weight))
    let biasGradient = gradients.biasUnlessKnown(gradient)
    if gradients.input == nil, let target = gradients.weight,
      let normalized = gradient as? NormalizedGradientPlanes,
      let convolved = normalized.value as? ConvolvedPlanes, convolved.hasFewTaps,
      convolved.has(weight)
    {
      parameterGradients(normalized.gradient, convolved.x, weight: target, bias: nil)
      convolved.normalizeWeightGradient(target.pointer(), normalized.terms)
    } else if gradients.weight != nil || biasGradient != nil {
      let convolved = (gradient as? SpreadPlanes)?.convolved
      let known = convolved.flatMap { $0.sees(x) ? $0.x : nil }
      parameterGradients(gradient, known ?? x, weight: gradients.weight, bias: biasGradient)
    }
  }

  /// The gradient with respect to the input: the gradient of the output, convolved with the kernel
  /// turned by half a turn.
  private func inputGradient(_ gradient: Planes, weight: StridedView) -> Planes {
    let gradient = gradient.stored(fullPadding)
    let x = StoredPlanes(input)
    let weights = weight.pointer(Float.self)
    let kernel = shape.rows.kernel * shape.columns.kernel
    forEachPart(channels: shape.inChannels) { block, channels in
      let first = channels.lowerBound
      var task = ConvolutionTask(
        x: gradient.window(block: block, fullPadding),
        weight: weights + first * kernel + kernel - 1, bias: nil,
        y: x.start(PlaneIndex(block: block, channel: first)))
      task.inputs = shape.outChannels
      task.outputs = channels.count
      task.xSteps = steps(gradient)
      task.weightSteps = (kernel, shape.taps, -1)
      task.yChannel = x.planeStep
      task.kernel = (shape.rows.kernel, shape.columns.kernel)
      task.size = (input.rows, input.columns)
      task.lanes = input.lanes(of: block)
      task.zeroRows = (fullPadding.top, fullPadding.bottom)
      fast.convolve(task)
    }
    return x
  }

  /// Steps in the input.
  func steps(_ planes: StoredPlanes) -> (channel: Int, row: Int, tapRow: Int, tap: Int) {
    (
      planes.planeStep, planes.rowStep, shape.rows.dilation * planes.rowStep,
      shape.columns.dilation * BlockShape.lanes
    )
  }

  /// Shares blocks and, where they are few, groups of their channels among threads.
  private func forEachPart(
    channels: Int, _ body: (_ block: Int, _ channels: Range<Int>) -> Void
  ) {
    let groups = max(1, (8 + output.blocks - 1) / output.blocks)
    let size = max(4, ((channels + groups - 1) / groups + 3) / 4 * 4)
    let parts = (channels + size - 1) / size
    parallelFor(count: output.blocks * parts, grain: 1) { range in
      for part in range {
        let (block, group) = part.quotientAndRemainder(dividingBy: parts)
        body(block, group * size..<min(channels, (group + 1) * size))
      }
    }
  }
}

extension StridedView {
  /// A copy of this contiguous view's elements, which are of float32.
  fileprivate func copied() -> StridedView {
    let copy = StridedView(empty: shape, .float32, device: .cpu)
    copy.pointer(Float.self).update(from: pointer(), count: count)
    return copy
  }
}
