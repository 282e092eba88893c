internal import BlockTasks
internal import Kernels
internal import Tensors

/// The gradient of the transformed weight of 5×5 windows, `[parts · inputs, outputs]` for each
/// position, in which threads sum apart from each other.
///
/// Where a part of the window has no weight, its sums are left as they are: they would only reach
/// those of its 3×3 weights that were filled up.
struct WideTileWeightSums: TileWeightSums {
  private let parts: Int
  private let size: (outputs: Int, inputs: Int)
  /// Numbers from one row to the next: a multiple of sixteen.
  private let rowStep: Int
  private let result: StridedView
  private let sums: PositionMatrices

  init(parts: Int, _ shape: ConvolutionShape, into result: StridedView) {
    self.parts = parts
    self.result = result
    size = (shape.outChannels, shape.inChannels)
    rowStep = (size.outputs + 15) / 16 * 16
    sums = PositionMatrices(parts: parts, count: WindowPart.count * size.inputs * rowStep)
  }

  /// Adds the products of inputs and gradients at one position, to nothing if they are a part's
  /// first.
  func add(
    _ gradients: TileMatrices, _ inputs: TileMatrices, at position: Int, part: Int, isFirst: Bool
  ) {
    let (count, step) = (inputs.count(at: position), inputs.layout.rowStep)
    let used = WindowPart.used(at: position)
    let (skipped, rows) = (used.lowerBound * size.inputs, used.count * size.inputs)
    let sums = sums[part, position] + skipped * rowStep
    guard count > 0 else {
      if isFirst { sums.update(repeating: 0, count: rows * rowStep) }
      return
    }
    withTile(places: count * rowStep / BlockShape.lanes) { room in
      var task = ProductTask(a: inputs[position] + skipped * step, b: gradients[position], c: sums)
      (task.size, task.inner, task.accumulates) = ((rows, rowStep), count, !isFirst)
      (task.aSteps, task.bSteps, task.cStep) = ((step, 1), (step, 1), rowStep)
      task.room = room
      fast.multiply(task)
    }
  }

  /// Adds the parts in order, and writes the gradient of the weight.
  func finish() {
    let rows = WindowPart.count * size.inputs * rowStep
    parallelFor(count: TileLayout.positions, grain: max(1, (1 << 12) / (rows * parts))) {
      for position in $0 {
        for part in 1..<max(1, parts) {
          Float.addRow(sums[part, position], to: sums[0, position], count: rows)
        }
      }
    }
    parallelFor(count: size.inputs, grain: (15 + size.outputs) / size.outputs) { inputs in
      withTile(places: (9 * size.outputs + 15) / BlockShape.lanes) { windows in
        for input in inputs { transformBack(input, windows) }
      }
    }
  }

  /// Writes the gradient of all weights of an input, with room for a part of their windows.
  private func transformBack(_ input: Int, _ windows: UnsafeMutablePointer<Float>) {
    let target = result.pointer(Float.self) + input * 25
    for part in 0..<WindowPart.count {
      var task = TileWeightGradientTask(
        sums: sums.first + (part * size.inputs + input) * rowStep, weightGradient: windows)
      (task.positionStep, task.count) = (sums.step, size.outputs)
      fast.winograd.transformWeightGradient(task)
      WindowPart.forEachTap(of: part) { tap, partTap in
        for output in 0..<size.outputs {
          target[output * size.inputs * 25 + tap] = windows[output * 9 + partTap]
        }
      }
    }
  }
}
