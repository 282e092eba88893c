internal import BlockTasks
internal import Kernels
internal import Tensors

/// The gradient of a transformed weight, in which threads sum apart from each other.
struct TransformedWeightSums: TileWeightSums {
  private let parts: Int
  private let size: (outputs: Int, inputs: Int)
  /// Numbers from one output to the next: a multiple of sixteen.
  private let rowStep: Int
  private let result: StridedView
  private let sums: PositionMatrices

  init(parts: Int, _ shape: ConvolutionShape, into result: StridedView) {
    self.parts = parts
    self.result = result
    size = (shape.outChannels, shape.inChannels)
    rowStep = (size.inputs + 15) / 16 * 16
    sums = PositionMatrices(parts: parts, count: size.outputs * rowStep)
  }

  /// Adds the products of gradients and inputs at one position, to nothing if they are a part's
  /// first.
  func add(
    _ gradients: TileMatrices, _ inputs: TileMatrices, at position: Int, part: Int, isFirst: Bool
  ) {
    let (count, step) = (inputs.count(at: position), inputs.layout.rowStep)
    let sums = sums[part, position]
    guard count > 0 else {
      if isFirst { sums.update(repeating: 0, count: size.outputs * rowStep) }
      return
    }
    withTile(places: count * rowStep / BlockShape.lanes) { room in
      var task = ProductTask(a: gradients[position], b: inputs[position], c: sums)
      (task.size, task.inner, task.accumulates) = ((size.outputs, rowStep), count, !isFirst)
      (task.aSteps, task.bSteps, task.cStep) = ((step, 1), (step, 1), rowStep)
      task.room = room
      fast.multiply(task)
    }
  }

  /// Adds the parts in order, and writes the gradient of the weight.
  func finish() {
    let target = result.pointer(Float.self)
    parallelFor(count: size.outputs, grain: (127 + size.inputs) / size.inputs) { outputs in
      let (start, count) = (outputs.lowerBound * rowStep, outputs.count * rowStep)
      for position in 0..<TileLayout.positions {
        for part in 1..<max(1, parts) {
          Float.addRow(
            sums[part, position] + start, to: sums[0, position] + start, count: count)
        }
      }
      for output in outputs {
        var task = TileWeightGradientTask(
          sums: sums.first + output * rowStep, weightGradient: target + 9 * output * size.inputs)
        (task.positionStep, task.count) = (sums.step, size.inputs)
        fast.winograd.transformWeightGradient(task)
      }
    }
  }
}
