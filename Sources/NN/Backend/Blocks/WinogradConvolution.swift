internal import BlockTasks
internal import Kernels
internal import Tensors

/// Convolutions whose windows step by one, in blocks, with 36 products for each sixteen outputs of a
/// 3×3 window instead of 144.
///
/// Sums are rounded otherwise than in a direct convolution (``WinogradKernels`` says how much); an
/// infinite or undefined input reaches all outputs of the tiles that see it.
struct WinogradConvolution<Windows: WinogradWindows> {
  private let shape: ConvolutionShape
  private let input: BlockShape
  private let output: BlockShape
  /// The tiles that cover a plane of outputs.
  private let grid: TileGrid

  /// Nil when the windows are others, or when the direct way is no slower.
  init?(_ shape: ConvolutionShape, input: BlockShape, output: BlockShape) {
    let axes = [shape.rows, shape.columns]
    guard
      axes.allSatisfy({ $0.kernel == Windows.kernel && $0.stride == 1 && $0.dilation == 1 })
    else { return nil }
    grid = TileGrid(output)
    let products = input.channels * output.channels
    let transformations =
      Windows.transformations.input * input.channels
      + Windows.transformations.output * output.channels
    let work = Windows.products(grid) * products + grid.positions * transformations
    guard work < output.places * Windows.kernel * Windows.kernel * products else { return nil }
    (self.shape, self.input, self.output) = (shape, input, output)
  }

  /// Channels of the inputs as they are multiplied with.
  private var sources: Int { Windows.parts * input.channels }

  /// `x ⋆ weight + bias`.
  func forward(_ x: Planes, weight: StridedView, bias: StridedView?) -> Planes {
    let parameters = (
      weight: Windows.Weight(weight, shape), biases: bias.map { LaneNumbers($0, output) }
    )
    let whole = bands(parts: 1)
    if DeferredPlanes.takes(output), whole.count == 1 {
      let x = x.lasting()
      return DeferredPlanes(output, of: x) { block, planes in
        let band = TileBand(whole[0], of: grid, lanes: output.lanes(of: block))
        convolve(x, block: block, band, parameters, into: planes)
      }
    }
    let x = x.stored()
    let y = StoredPlanes(output)
    let bands = bands(parts: (7 + output.blocks) / output.blocks)
    parallelFor(count: output.blocks * bands.count, grain: 1) { range in
      for part in range {
        let (block, index) = part.quotientAndRemainder(dividingBy: bands.count)
        let band = TileBand(bands[index], of: grid, lanes: output.lanes(of: block))
        convolve(
          x, block: block, band, parameters,
          into: y.start(PlaneIndex(block: block, channel: 0)))
      }
    }
    return y
  }

  /// Writes the outputs of a band to the planes of a block, which follow each other without gaps.
  private func convolve(
    _ x: Planes, block: Int, _ band: TileBand,
    _ parameters: (weight: Windows.Weight, biases: LaneNumbers?),
    into planes: UnsafeMutablePointer<Float>
  ) {
    band.withMatrices(channels: sources) { sources in
      x.withBlock(block) { transformInput(x, block: block, band, into: sources) }
      band.withMatrices(channels: output.channels) { results in
        for position in 0..<TileLayout.positions {
          parameters.weight.multiply(sources, into: results, at: position)
        }
        for channel in 0..<output.channels {
          let plane = planes + channel * output.places * BlockShape.lanes
          var task = band.task(plane, output, results, channel: channel)
          task.bias = parameters.biases?[channel]
          fast.winograd.transformOutput(task)
        }
      }
    }
  }

  /// Writes the gradients that are wanted.
  ///
  /// Each block goes through all of it at once, so that gradients of the output which nobody has
  /// put into memory are computed once and not put there. Threads take a block each, and share the
  /// last of an odd number, which two threads would otherwise wait for.
  func backward(
    _ gradient: Planes, _ x: Planes, weight: StridedView, into gradients: ConvolutionGradients
  ) {
    let bands = bands(parts: 1)
    let biasGradient = gradients.biasUnlessKnown(gradient)
    let gradient = bands.count > 1 ? gradient.stored() : gradient
    let x = gradients.weight.map { _ in x.stored() }
    let inputGradient = gradients.input.map { _ in StoredPlanes(input) }
    let weight = gradients.input.map { _ in Windows.Weight(weight, shape) }
    let grain = (output.blocks + 7) / 8
    let parts = (output.blocks + grain - 1) / grain
    let weightSums = gradients.weight.map {
      Windows.WeightSums(parts: parts, shape, into: $0)
    }
    let biasSums = biasGradient.map { PartialSums<Float>(parts: parts, into: $0) }
    func add(_ block: Int, _ share: Share) {
      let (part, isFirst) = (block / grain, block % grain == 0)
      if isFirst { biasSums?[part].update(repeating: 0, count: output.channels) }
      for rows in bands {
        let band = TileBand(rows, of: grid, lanes: output.lanes(of: block))
        band.withMatrices(channels: output.channels) { products in
          transformGradient(
            gradient, block: block, band, into: products,
            bias: rows.lowerBound == 0 ? biasSums?[part] : nil, share)
          band.withMatrices(channels: self.sources) { sources in
            if let x { transformInput(x, block: block, band, into: sources, share) }
            share.forEach(TileLayout.positions) { position in
              weightSums?.add(
                products, sources, at: position, part: part,
                isFirst: isFirst && rows.lowerBound == 0)
              // The inputs of this position are not needed any more.
              weight?.multiplyTransposed(products, into: sources, at: position)
            }
            if let inputGradient {
              addInputGradient(
                sources, band, to: inputGradient, block: block, isFirst: rows.lowerBound == 0,
                share)
            }
          }
        }
      }
    }
    let pairs = output.blocks / 2 * 2
    parallelFor(count: pairs, grain: grain) { for block in $0 { add(block, .alone) } }
    if pairs < output.blocks { withoutInterruption { add(pairs, .amongThreads) } }
    weightSums?.finish()
    biasSums?.finish()
    if let inputGradient { gradients.input?.leave(inputGradient) }
  }

  /// At least so many ranges of rows of tiles, each with matrices that are not too large.
  private func bands(parts: Int) -> [Range<Int>] {
    let row = (sources + output.channels) * 6 * grid.columns.positions * BlockShape.lanes * 4
    let (rows, most) = (grid.rows.tiles, Windows.bandSize / row)
    let height = max(1, min(most, rows / parts))
    return stride(from: 0, to: rows, by: height).map { $0..<min($0 + height, rows) }
  }

  private func transformInput(
    _ x: Planes, block: Int, _ band: TileBand, into matrices: TileMatrices,
    _ share: Share = .alone
  ) {
    share.forEach(input.channels) { channel in
      withRoom { room in
        withTile(places: input.places) { tile in
          let plane = x.plane(PlaneIndex(block: block, channel: channel), in: tile)
          Windows.transformInput(
            task(channel, band, UnsafeMutablePointer(mutating: plane), matrices, room))
        }
      }
    }
  }

  private func transformGradient(
    _ gradient: Planes, block: Int, _ band: TileBand, into matrices: TileMatrices,
    bias: UnsafeMutablePointer<Float>?, _ share: Share
  ) {
    share.forEach(output.channels) { channel in
      withTile(places: output.places) { tile in
        let plane = gradient.plane(PlaneIndex(block: block, channel: channel), in: tile)
        bias?[channel] += Float(fast.sum(plane, output.places, output.lanes(of: block)))
        fast.winograd.transformOutputGradient(
          band.task(
            UnsafeMutablePointer(mutating: plane), output, matrices, channel: channel))
      }
    }
  }

  private func addInputGradient(
    _ matrices: TileMatrices, _ band: TileBand, to planes: StoredPlanes, block: Int,
    isFirst: Bool, _ share: Share
  ) {
    share.forEach(input.channels) { channel in
      withRoom { room in
        let plane = planes.start(PlaneIndex(block: block, channel: channel))
        if isFirst { plane.update(repeating: 0, count: planes.planeStep) }
        Windows.transformInputGradient(task(channel, band, plane, matrices, room))
      }
    }
  }

  /// Room for what the parts of a window have in common, if there is more than one.
  private func withRoom(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    withTile(places: Windows.parts > 1 ? TileTask.roomCount / BlockShape.lanes : 0, body)
  }

  /// The tiles of all parts of a channel of the input.
  private func task(
    _ channel: Int, _ band: TileBand, _ plane: UnsafeMutablePointer<Float>,
    _ matrices: TileMatrices, _ room: UnsafeMutablePointer<Float>
  ) -> TileTask {
    var task = band.task(
      plane, input, matrices, channel: channel,
      padding: (shape.rows.paddingBefore, shape.columns.paddingBefore))
    task.partStep = input.channels * matrices.layout.rowStep
    task.room = room
    return task
  }
}

/// Whether the work on a block is one thread's or is shared among threads.
private enum Share {
  case alone
  case amongThreads

  /// Calls `body` with all numbers below `count`.
  func forEach(_ count: Int, _ body: (Int) -> Void) {
    switch self {
    case .alone: for index in 0..<count { body(index) }
    case .amongThreads: parallelFor(count: count, grain: 2) { for index in $0 { body(index) } }
    }
  }
}
