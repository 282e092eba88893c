internal import BlockTasks
internal import Kernels
internal import Tensors

/// The weight of 5×5 windows as a matrix `[outputs, parts · inputs]` for each position.
struct WideTileWeight: TileWeight {
  private let size: (outputs: Int, inputs: Int)
  private let matrices: PositionMatrices

  /// Numbers of a row.
  private var rowStep: Int { WindowPart.count * size.inputs }

  /// Transforms a weight.
  init(_ weight: StridedView, _ shape: ConvolutionShape) {
    size = (shape.outChannels, shape.inChannels)
    let row = WindowPart.count * size.inputs
    let matrices = PositionMatrices(count: size.outputs * row)
    self.matrices = matrices
    let (source, size) = (weight.pointer(Float.self), size)
    // Four weights are transformed at a time, and a row is a multiple of four.
    parallelFor(count: size.outputs, grain: (95 + row) / row) { outputs in
      withTile(places: (row * 9 + 15) / BlockShape.lanes) { windows in
        windows.update(repeating: 0, count: row * 9)
        for output in outputs {
          split(source + output * size.inputs * 25, size.inputs, into: windows)
          var task = TileWeightTask(weight: windows, transformed: matrices.first + output * row)
          (task.positionStep, task.count) = (matrices.step, row)
          fast.winograd.transformWeight(task)
        }
      }
    }
  }

  /// The products with inputs at one position.
  func multiply(_ source: TileMatrices, into result: TileMatrices, at position: Int) {
    let used = WindowPart.used(at: position)
    let skipped = used.lowerBound * size.inputs
    var task = ProductTask(
      a: matrices[0, position] + skipped,
      b: source[position] + skipped * source.layout.rowStep, c: result[position])
    (task.size.rows, task.inner) = (size.outputs, used.count * size.inputs)
    task.aSteps = (rowStep, 1)
    multiplyPanels(task, source, at: position)
  }

  /// The products of the transposed matrix with gradients at one position, for those parts that have
  /// weights there.
  func multiplyTransposed(_ source: TileMatrices, into result: TileMatrices, at position: Int) {
    let used = WindowPart.used(at: position)
    let skipped = used.lowerBound * size.inputs
    var task = ProductTask(
      a: matrices[0, position] + skipped, b: source[position],
      c: result[position] + skipped * result.layout.rowStep)
    (task.size.rows, task.inner) = (used.count * size.inputs, size.outputs)
    task.aSteps = (1, rowStep)
    multiplyPanels(task, source, at: position)
  }

  /// Panels of nearly equal width, at most four vectors of the widest processor, leave no narrow
  /// one.
  private func multiplyPanels(_ task: ProductTask, _ source: TileMatrices, at position: Int) {
    var task = task
    (task.bSteps, task.cStep) = ((1, source.layout.rowStep), source.layout.rowStep)
    var vectors = source.count(at: position) / 16
    while vectors > 0 {
      let panels = (vectors + 3) / 4
      let width = (vectors + panels - 1) / panels
      task.size.columns = 16 * width
      fast.multiply(task)
      task.b += 16 * width
      task.c += 16 * width
      vectors -= width
    }
  }
}

/// Writes the parts of an output's windows, `[parts, inputs, 9]`, between zeros that are there.
private func split(
  _ weights: UnsafePointer<Float>, _ inputs: Int, into windows: UnsafeMutablePointer<Float>
) {
  for part in 0..<WindowPart.count {
    let target = windows + part * inputs * 9
    WindowPart.forEachTap(of: part) { tap, partTap in
      for input in 0..<inputs { target[input * 9 + partTap] = weights[input * 25 + tap] }
    }
  }
}
