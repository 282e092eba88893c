internal import BlockTasks
internal import Kernels
internal import Tensors

/// The tiles of a Winograd convolution of few images, in planes of sixteen channels.
///
/// The matrix of a position has a row for each tile of each image, with all channels side by side,
/// so that whole vectors of output channels are summed however small the planes are.
struct ChannelTiles {
  let shape: ConvolutionShape
  let input: BlockShape
  let output: BlockShape
  private let grid: TileGrid

  /// Nil when the windows are others, when the direct way is no slower, or when the matrices would
  /// take more memory than is worth it.
  init?(_ shape: ConvolutionShape, _ output: BlockShape) {
    guard [shape.rows, shape.columns].allSatisfy({ $0.kernel == 3 && $0.dilation == 1 })
    else { return nil }
    input = BlockShape(
      lane: .channel, batch: shape.batch, channels: shape.inChannels, rows: shape.rows.input,
      columns: shape.columns.input)
    (self.shape, self.output, grid) = (shape, output, TileGrid(output))
    let products = shape.inChannels * shape.outChannels
    let transformations = 4 * (shape.inChannels + shape.outChannels)
    guard input.fillsLanes,
      grid.positions * (products + transformations) < 9 * output.places * products,
      matrixCount(input) + matrixCount(output) < Self.most
    else { return nil }
  }

  /// Numbers that all matrices together may have.
  private static let most = 1 << 21

  /// Tiles of an image.
  private var tiles: Int { grid.rows.tiles * grid.columns.tiles }

  /// Numbers of a row of a matrix.
  private func rowCount(_ shape: BlockShape) -> Int { shape.depth * BlockShape.lanes }

  private func matrixCount(_ shape: BlockShape) -> Int {
    TileLayout.positions * shape.batch * tiles * rowCount(shape)
  }

  /// Room for the matrices of inputs or outputs.
  func matrices(_ shape: BlockShape) -> PositionMatrices {
    PositionMatrices(count: shape.batch * tiles * rowCount(shape))
  }

  /// The task that makes the tiles of a plane, or the plane from its tiles.
  func task(
    _ plane: UnsafeMutablePointer<Float>, _ size: BlockShape, _ matrices: PositionMatrices,
    _ index: PlaneIndex
  ) -> TileTask {
    let row = rowCount(size)
    var task = TileTask(
      plane: plane,
      tiles: matrices.first + index.block * tiles * row + index.channel * BlockShape.lanes,
      layout: TileLayout(rows: grid.rows, columns: grid.columns, channels: row))
    task.positionStep = matrices.step
    task.size = (size.rows, size.columns)
    return task
  }

  /// The weight as a matrix `[inputs, outputs]` for each position.
  func transformed(_ weight: StridedView) -> PositionMatrices {
    let (inputs, row) = (shape.inChannels, rowCount(output))
    let count = PositionMatrices.count(inputs * row)
    let memory = weight.derived(for: ChannelTiles.self, count: count) { target in
      let weights = TransformedWeight(weight, shape)
      let step = count / TileLayout.positions
      for position in 0..<TileLayout.positions {
        for channel in 0..<inputs * shape.outChannels {
          let (outChannel, inChannel) = channel.quotientAndRemainder(dividingBy: inputs)
          target[position * step + inChannel * row + outChannel] =
            weights.matrices[0, position][channel]
        }
      }
    }
    return PositionMatrices(memory)
  }

  /// Writes the sums over input channels of one position.
  func multiply(
    _ sources: PositionMatrices, _ weight: PositionMatrices, into results: PositionMatrices,
    at position: Int
  ) {
    let (inRow, outRow) = (rowCount(input), rowCount(output))
    let (y, x) = position.quotientAndRemainder(dividingBy: 6)
    let rows = grid.rows.count(at: y) * grid.columns.count(at: x)
    for image in 0..<shape.batch where rows > 0 {
      var task = ProductTask(
        a: sources[0, position] + image * tiles * inRow, b: weight[0, position],
        c: results[0, position] + image * tiles * outRow)
      (task.size, task.inner) = ((rows, outRow), shape.inChannels)
      (task.aSteps, task.bSteps, task.cStep) = ((inRow, 1), (1, outRow), outRow)
      fast.multiply(task)
    }
  }
}
