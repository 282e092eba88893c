internal import BlockTasks
internal import Kernels
internal import Tensors

/// The weight of a Winograd convolution as a matrix `[outputs, inputs]` for each position.
struct TransformedWeight: TileWeight {
  private let size: (outputs: Int, inputs: Int)
  let matrices: PositionMatrices

  /// Transforms a weight.
  init(_ weight: StridedView, _ shape: ConvolutionShape) {
    size = (shape.outChannels, shape.inChannels)
    let count = size.outputs * size.inputs
    let matrices = PositionMatrices(count: count)
    self.matrices = matrices
    let source = weight.pointer(Float.self)
    parallelFor(count: count, grain: 1024) { range in
      var task = TileWeightTask(
        weight: source + 9 * range.lowerBound, transformed: matrices.first + range.lowerBound)
      (task.positionStep, task.count) = (matrices.step, range.count)
      fast.winograd.transformWeight(task)
    }
  }

  /// The products with inputs at one position.
  func multiply(_ source: TileMatrices, into result: TileMatrices, at position: Int) {
    multiply(
      source, into: result, at: position, rows: size.outputs, inner: size.inputs,
      steps: (size.inputs, 1))
  }

  /// The products of the transposed matrix with gradients at one position.
  func multiplyTransposed(_ source: TileMatrices, into result: TileMatrices, at position: Int) {
    multiply(
      source, into: result, at: position, rows: size.inputs, inner: size.outputs,
      steps: (1, size.inputs))
  }

  /// Panels of nearly equal width, at most four vectors of the widest processor, leave no narrow
  /// one.
  private func multiply(
    _ source: TileMatrices, into result: TileMatrices, at position: Int, rows: Int, inner: Int,
    steps: (row: Int, inner: Int)
  ) {
    let (vectors, step) = (source.count(at: position) / 16, source.layout.rowStep)
    var (panels, vector) = ((vectors + 3) / 4, 0)
    while panels > 0 {
      let width = (vectors - vector + panels - 1) / panels
      var task = ProductTask(
        a: matrices[0, position], b: source[position] + 16 * vector,
        c: result[position] + 16 * vector)
      (task.size, task.inner) = ((rows, 16 * width), inner)
      (task.aSteps, task.bSteps, task.cStep) = (steps, (1, step), step)
      fast.multiply(task)
      vector += width
      panels -= 1
    }
  }
}
